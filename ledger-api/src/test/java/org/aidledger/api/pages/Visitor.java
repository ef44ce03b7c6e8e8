package org.aidledger.api.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.access.Role;
import org.aidledger.api.security.DemoPeople;

/**
 * Somebody who opens forms and sends them, without a browser.
 *
 * @param token with which they sign in
 */
record Visitor(String token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static Visitor as(Role role) {
        return new Visitor(DemoPeople.token(role));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A form of a page, sent with the page's own token against forgery. */
    HttpResponse<String> submit(String page, String action, Map<String, List<String>> fields) {
        HttpResponse<String> form = get(page);
        String cookie =
                form.headers().allValues("Set-Cookie").stream()
                        .filter(c -> c.startsWith("XSRF-TOKEN="))
                        .map(c -> c.split(";", 2)[0])
                        .findFirst()
                        .orElse("");
        Matcher csrf = CSRF.matcher(form.body());
        String forgery = csrf.find() ? csrf.group(1) : "";
        String body =
                fields.entrySet().stream()
                        .flatMap(e ->
                                e.getValue().stream()
                                        .map(v -> encode(e.getKey()) + "=" + encode(v)))
                        .collect(Collectors.joining("&"));
        return send(
                request(action)
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        body + "&_csrf=" + encode(forgery))));
    }

    /** A form sent from somewhere else, without the page's token. */
    HttpResponse<String> forge(String action) {
        return send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("command=receive")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Workbench.url() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
