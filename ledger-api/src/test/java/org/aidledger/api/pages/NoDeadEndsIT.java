package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.access.Role;
import org.aidledger.api.security.DemoPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

/**
 * Follows the links that each role is shown, from the start page on; of pages of the same kind one
 * stands for all.
 */
class NoDeadEndsIT {

    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*?\\bhref=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern WAY_ON = Pattern.compile("<(a\\b[^>]*\\bhref|form\\b|button\\b)");
    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern EMPTY =
            Pattern.compile(
                    "<(p|td|li|div)\\b[^>]*class=\"[^\"]*\\bempty\\b[^\"]*\"[^>]*>(.*?)</\\1>",
                    Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile(".*[0-9].*|[A-Z]{2}.*");

    /** Parameters whose values make other pages of the same address. */
    private static final Set<String> TELLING = Set.of("command", "kind");

    /** The same page at another point in time. */
    private static final Set<String> TIME = Set.of("asOf", "knownAt");

    /** What only changes how a page is written. */
    private static final Pattern WRITING = Pattern.compile("[?&](lang|unit)=[^&]*");

    private static final int FEWEST_PAGES = 15;

    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyLinkLeadsOn(Role role) {
        Visitor visitor = new Visitor(DemoPeople.token(role));
        offer("/");
        int pages = 0;
        while (!open.isEmpty()) {
            String path = open.remove();
            HttpResponse<String> answer = visitor.get(path);
            if (answer.statusCode() >= 400) {
                wrong.add(answer.statusCode() + " " + path);
            } else if (answer.statusCode() >= 300) {
                offer(answer.headers().firstValue("Location").orElse(""));
            } else if (answer.body().startsWith("<!doctype html>")) {
                pages++;
                look(path, answer.body());
            }
        }
        assertThat(pages).as("pages for " + role).isGreaterThan(FEWEST_PAGES);
        assertThat(wrong).as("met by " + role).isEmpty();
    }

    private void look(String path, String page) {
        String view = page.substring(page.indexOf("<main"));
        if (!WAY_ON.matcher(view).find()) {
            wrong.add("no way on: " + path);
        }
        if (view.contains("??")) {
            wrong.add("a word is missing: " + path);
        }
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (!form.group().contains("_csrf")) {
                wrong.add("a form without a token: " + path);
            }
        }
        Matcher empty = EMPTY.matcher(view);
        while (empty.find()) {
            if (!saysWhatToDo(empty.group(2))) {
                wrong.add("empty without a next step: " + path + ": " + empty.group(2).strip());
            }
        }
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            offer(HtmlUtils.htmlUnescape(link.group(1)));
        }
    }

    /** A link, or a sentence more than that there is nothing. */
    private static boolean saysWhatToDo(String text) {
        String words = text.replaceAll("<[^>]*>", "").strip();
        return WAY_ON.matcher(text).find() || words.matches("(?s).*[。.;].+[。.].*");
    }

    private void offer(String link) {
        String path = WRITING.matcher(link.replaceFirst("#.*", "")).replaceAll("");
        if (path.startsWith(Workbench.url())) {
            path = path.substring(Workbench.url().length());
        }
        if (path.startsWith("/") && !path.startsWith("/assets/") && seen.add(kind(path))) {
            open.add(path);
        }
    }

    /** The address with its ids left out. */
    private static String kind(String address) {
        URI uri = URI.create(address);
        String path =
                Arrays.stream(uri.getPath().split("/"))
                        .map(segment -> ID.matcher(segment).matches() ? "*" : segment)
                        .collect(Collectors.joining("/"))
                        .replaceFirst("/funds/[^/]+", "/funds/*");
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return path
                + Arrays.stream(query.split("&"))
                        .map(parameter ->
                                TELLING.contains(parameter.replaceFirst("=.*", ""))
                                        ? parameter
                                        : parameter.replaceFirst("=.*", ""))
                        .filter(parameter -> !parameter.isEmpty() && !TIME.contains(parameter))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
    }
}
