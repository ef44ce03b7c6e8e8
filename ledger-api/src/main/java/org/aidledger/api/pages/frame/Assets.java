package org.aidledger.api.pages.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Style and scripts, by addresses that change with their contents, so that browsers may keep them
 * for ever.
 */
public final class Assets {

    static final String FOLDER = "pages/assets/";
    static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    private static final int DIGITS = 10;

    private final Map<String, String> addresses;

    Assets() {
        addresses =
                Stream.of(
                                "ledger.css",
                                "ledger.js",
                                "sheet.js",
                                "proof.js",
                                "sample.js",
                                "icon.svg",
                                "htmx.min.js")
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name ->
                                                "/assets/%s?v=%s"
                                                        .formatted(name, digest(resource(name)))));
    }

    /** The address of one. */
    public String get(String name) {
        return addresses.getOrDefault(name, "/assets/" + name);
    }

    /** Where htmx is on the class path; the folder says its version. */
    static Resource htmx() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(HTMX))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("htmx is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource resource(String name) {
        return name.startsWith("htmx") ? htmx() : new ClassPathResource(FOLDER + name);
    }

    private static String digest(Resource resource) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(resource.getContentAsByteArray()))
                    .substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
