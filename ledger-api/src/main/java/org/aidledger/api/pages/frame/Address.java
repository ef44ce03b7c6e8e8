package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a page is: a path and what chooses its contents. Links are made from it. */
public record Address(String path, Map<String, String> parameters) {

    /** What goes along from page to page. */
    private static final List<String> KEPT = List.of(Moment.AS_OF, Moment.KNOWN_AT);

    public Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static Address of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!values[0].isEmpty()
                            && !name.equals(Language.PARAMETER)
                            && !name.equals(Unit.PARAMETER)
                            && !name.startsWith("_")) {
                        parameters.put(name, values[0]);
                    }
                });
        return new Address(request.getRequestURI(), parameters);
    }

    /** Another page at the same point in time. */
    public Address to(String otherPath) {
        Map<String, String> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(KEPT);
        return new Address(otherPath, kept);
    }

    /** The same page with another value of a parameter. */
    public Address with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Address(path, more);
    }

    /** The same page without a parameter. */
    public Address without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return new Address(path, fewer);
    }

    /** The same page as of now. */
    public Address now() {
        return without(Moment.AS_OF).without(Moment.KNOWN_AT);
    }

    /** The value of a parameter, or an empty text. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Parameters that a form on this page has to repeat, besides those it has fields for. */
    public Map<String, String> besides(String... fields) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        List.of(fields).forEach(others::remove);
        return others;
    }

    /** A path with what is between its slashes escaped. */
    public static String path(String... segments) {
        return List.of(segments).stream()
                .map(s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/", ""));
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path
                        + "?"
                        + parameters.entrySet().stream()
                                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2C", ",");
    }
}
