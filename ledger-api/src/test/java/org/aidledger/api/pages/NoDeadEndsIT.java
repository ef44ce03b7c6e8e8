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
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.access.Role;
import org.aidledger.api.security.DemoPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    private static final Pattern NEXT =
            Pattern.compile(
                    "<(\\w+)\\b[^>]*class=\"[^\"]*\\bnext\\b[^\"]*\"[^>]*>(.*?)</\\1>",
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
            if (nextStep(empty.group(2)).isEmpty()) {
                wrong.add("empty without a next step: " + path + ": " + empty.group(2).strip());
            }
        }
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            offer(HtmlUtils.htmlUnescape(link.group(1)));
        }
    }

    /** What to do next, as the part of a page says it that is there for this; or nothing. */
    private static String nextStep(String text) {
        Matcher next = NEXT.matcher(text);
        return next.find() ? next.group(2).replaceAll("<[^>]*>", "").strip() : "";
    }

    /** Pages that have nothing to show, each with the part that says so. */
    private static final List<String> EMPTY_PAGES =
            List.of(
                    "/?asOf=2001-01-01",
                    "/funds/taizhou-division1-2022?q=no-such-project",
                    "/funds/taizhou-division1-2022/postings?type=fund.period-reopened",
                    "/funds/taizhou-division1-2022/findings?asOf=2022-02-01",
                    "/funds/taizhou-division1-2022/changes?from=2023-01-01&to=2023-01-01",
                    "/approvals/selected?ids=",
                    "/samples?fund=wushan-2022");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsEmptySaysWhatToDoNext(String language) {
        Visitor visitor = Visitor.as(Role.REGULATOR);
        for (String path : EMPTY_PAGES) {
            String page =
                    visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .body();
            Matcher empty = EMPTY.matcher(page);
            assertThat(empty.find()).as("%s has nothing to show", path).isTrue();
            assertThat(nextStep(empty.group(2))).as(path).satisfies(isIn(language));
        }
    }

    /** An address that leads to a page of an error, and the status that it has. */
    private static final Map<String, Integer> ERRORS =
            Map.of(
                    "/funds/taizhou-division1-2022?asOf=yesterday", 400,
                    "/funds/taizhou-division1-2022?knownAt=noon", 400,
                    "/funds/taizhou-division1-2022/postings?cursor=far", 400,
                    "/funds/taizhou-division1-2022/changes?cursor=far", 400,
                    "/funds/taizhou-division1-2022/events/none", 400,
                    "/administration/people", 403,
                    "/funds/taizhou-division1-2022?asOf=2001-01-01", 404,
                    "/nothing/here", 404,
                    "/samples/S-none", 404);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatWentWrongSaysWhatWouldBeRight(String language) {
        Visitor visitor = Visitor.as(Role.REGULATOR);
        ERRORS.forEach((path, status) -> {
            HttpResponse<String> answer =
                    visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            String view = answer.body().substring(answer.body().indexOf("<main"));
            assertThat(nextStep(view)).as(path).satisfies(isIn(language));
            assertThat(WAY_ON.matcher(view).find()).as("%s leads on", path).isTrue();
        });
    }

    /** At least a short sentence, in the language of whoever reads it. */
    private static Consumer<String> isIn(String language) {
        return text -> {
            assertThat(text).hasSizeGreaterThan(3);
            assertThat(text.codePoints().anyMatch(Character::isIdeographic))
                    .as("Chinese: %s", text)
                    .isEqualTo(language.equals("zh"));
        };
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
