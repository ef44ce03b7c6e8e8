package org.aidledger.projections.rebuild;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A digest of the code that decides what is in the read tables: rows written by other code must not
 * stand beside those written by this.
 */
final class Fingerprint {

    private static final List<String> CODE =
            List.of(
                    "money/**/*.class",
                    "event/**/*.class",
                    "fund/**/*.class",
                    "finding/**/*.class",
                    "approval/**/*.class",
                    "sample/**/*.class",
                    "posting/**/*.class",
                    "eventstore/stored/**/*.class",
                    "projections/**/*.class",
                    "projections/migration/*.sql");

    private Fingerprint() {}

    static String ofCode() {
        try {
            PathMatchingResourcePatternResolver resources =
                    new PathMatchingResourcePatternResolver(Fingerprint.class.getClassLoader());
            StringBuilder all = new StringBuilder();
            for (String pattern : CODE) {
                SortedSet<String> contents = new TreeSet<>();
                for (Resource resource :
                        resources.getResources("classpath*:org/aidledger/" + pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        contents.add(hex(content.readAllBytes()));
                    }
                }
                contents.forEach(c -> all.append(c).append(' '));
            }
            return hex(all.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the code of the read side cannot be read", e);
        }
    }

    private static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
