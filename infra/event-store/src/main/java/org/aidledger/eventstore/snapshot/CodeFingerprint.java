package org.aidledger.eventstore.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Tells releases apart whose funds may remember other things, or the same in other words: any
 * change of a class on which that could depend gives another one. What was written under another
 * fingerprint is not read; so nobody has to think of raising a version.
 */
public final class CodeFingerprint {

    private static final List<String> PACKAGES =
            List.of("event", "eventstore/stored", "fund", "memory", "money", "posting");

    private CodeFingerprint() {}

    /**
     * Of the classes that make up a fund and read its events, as they are on the class path now.
     */
    public static String ofFunds() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var resources = new PathMatchingResourcePatternResolver();
            for (String name : PACKAGES) {
                Resource[] classes =
                        resources.getResources("classpath*:org/aidledger/" + name + "/*.class");
                Arrays.sort(classes, Comparator.comparing(CodeFingerprint::name));
                for (Resource file : classes) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String name(Resource file) {
        String name = file.getFilename();
        return name == null ? "" : name;
    }
}
