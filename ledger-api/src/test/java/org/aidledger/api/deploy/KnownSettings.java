package org.aidledger.api.deploy;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import tools.jackson.databind.JsonNode;

/**
 * Every setting that the application takes, by the name it has in the environment: those of its
 * own, those that the command line reads, and those of Spring Boot.
 */
final class KnownSettings {

    private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)[:}]");
    private static final Pattern RECORD =
            Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)");
    private static final Pattern SEPARATORS = Pattern.compile("[-._]");
    private static final Pattern READ = Pattern.compile("getenv\\(\"([A-Z_]+)\"\\)");

    /** Settings whose middle part is a name that the operator chooses. */
    private static final Map<String, Class<?>> NAMED =
            Map.of(
                    "spring.ssl.bundle.pem.ledger",
                    PemSslBundleProperties.class,
                    "spring.ssl.bundle.pem.ledger.keystore",
                    PemSslBundleProperties.Store.class,
                    "spring.security.oauth2.client.registration.ledger",
                    OAuth2ClientProperties.Registration.class,
                    "spring.security.oauth2.client.provider.ledger",
                    OAuth2ClientProperties.Provider.class);

    private static final List<String> SOURCES =
            List.of(
                    "ledger-api",
                    "ledger-projections",
                    "infra/event-store",
                    "infra/accounts",
                    "infra/axon-server",
                    "infra/embedded-postgres");

    private final Set<String> names = new TreeSet<>();

    private KnownSettings() {}

    static KnownSettings all() {
        KnownSettings known = new KnownSettings();
        known.addSpring();
        NAMED.forEach(known::addBean);
        SOURCES.forEach(module -> known.addSources(DeployFiles.ROOT.resolve(module)));
        return known;
    }

    /** Whether there is a setting, given as {@code LEDGER_DB_URL} or {@code ledger.db.url}. */
    boolean has(String name) {
        return names.contains(letters(name));
    }

    private void add(String property) {
        names.add(letters(property));
    }

    /** What is left of a name where dots, dashes and case do not count, as in the environment. */
    private static String letters(String name) {
        return SEPARATORS.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private void addSpring() {
        try {
            for (URL metadata :
                    Collections.list(
                            KnownSettings.class
                                    .getClassLoader()
                                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream json = metadata.openStream()) {
                    for (JsonNode property : DeployFiles.JSON.readTree(json).path("properties")) {
                        add(property.path("name").asString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addBean(String prefix, Class<?> type) {
        try {
            Arrays.stream(Introspector.getBeanInfo(type).getPropertyDescriptors())
                    .filter(property -> property.getWriteMethod() != null)
                    .forEach(property -> add(prefix + "." + property.getName()));
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addSources(Path module) {
        Path sources = module.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                found(VALUE, text).forEach(this::add);
                found(READ, text).forEach(this::add);
                for (String prefix : found(RECORD, text)) {
                    addRecord(prefix, typeIn(sources.relativize(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Class<?> typeIn(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name.substring(0, name.length() - ".java".length()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addRecord(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                addRecord(name, component.getType());
            } else {
                add(name);
            }
        }
    }
}
