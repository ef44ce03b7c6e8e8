package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.aidledger.benchmarks.reading.Stored;
import org.aidledger.embedded.EmbeddedPostgres;

/**
 * How long the server takes for each page about a fund of 500 projects and 200,000 postings, at
 * random points in time, and what a page weighs on its way to a browser that sees it for the first
 * time.
 */
final class PagePath {

    /** Its key. */
    static final String PAGES = "pages";

    private static final long EVENTS = 201_002;
    private static final int CONNECTIONS = 4;
    private static final int WARM_UPS = 15;
    private static final int TIMES = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 2, 1);
    private static final int DAYS = 1000;
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final Path launcher;
    private final Path data;
    private final Consumer<String> progress;

    PagePath(Path launcher, Path data, Consumer<String> progress) {
        this.launcher = launcher;
        this.data = data;
        this.progress = progress;
    }

    /** Medians and 95th percentiles in milliseconds, and weights in kilobytes. */
    Map<String, Double> run() {
        progress.accept("storing %,d events".formatted(EVENTS));
        String fund = fill();
        try (Server server = new Server(launcher, data)) {
            Map<String, String> pages = pages(fund);
            Map<String, Double> figures = new LinkedHashMap<>();
            Map<String, List<Double>> millis = new LinkedHashMap<>();
            SplittableRandom random = new SplittableRandom(1);
            for (int round = -WARM_UPS; round < TIMES; round++) {
                for (Map.Entry<String, String> page : pages.entrySet()) {
                    double took = time(server, at(page.getValue(), random));
                    if (round >= 0) {
                        millis.computeIfAbsent(page.getKey(), _ -> new ArrayList<>()).add(took);
                    }
                }
                if (round % 5 == 0) {
                    progress.accept("pages, round %d of %d".formatted(round, TIMES));
                }
            }
            millis.forEach((page, all) -> {
                figures.put(page + "P50Millis", quantile(all, 0.5));
                figures.put(page + "P95Millis", quantile(all, 0.95));
            });
            for (Map.Entry<String, String> page : pages.entrySet()) {
                figures.put(page.getKey() + "Kilobytes", weight(server, page.getValue()) / 1000.0);
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private String fill() {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data);
                HikariDataSource owner =
                        Databases.pool(
                                database.jdbcUrl(),
                                database.user(),
                                database.password(),
                                CONNECTIONS)) {
            String fund = Stored.oneFund(owner, EVENTS);
            ReadSide.handOver(owner);
            return fund;
        }
    }

    /** Every page that shows a fund, or all of them. */
    private static Map<String, String> pages(String fund) {
        String here = "/funds/" + fund;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("trend", "/?trend=yes");
        pages.put("fund", here);
        pages.put("fundSorted", here + "?sort=-disbursed");
        pages.put("postings", here + "/postings");
        pages.put("postingsOfProject", here + "/postings?project=P-017");
        pages.put("behindFigure", here + "/postings?figure=paid");
        pages.put("behindFigureOfProject", here + "/postings?figure=paid&project=P-017");
        pages.put("event", here + "/events/1200");
        pages.put("project", here + "/projects/P-017");
        pages.put("changesOfMonth", here + "/changes?from=2025-01-01&to=2025-01-31");
        pages.put("changesOfYears", here + "/changes?from=2023-06-30");
        pages.put("findings", here + "/findings");
        pages.put("draw", here + "/samples/draw");
        pages.put("samples", "/samples");
        pages.put("approvals", "/approvals");
        return pages;
    }

    private static String at(String page, SplittableRandom random) {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        return page + (page.contains("?") ? "&" : "?") + "asOf=" + day;
    }

    private static double time(Server server, String path)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        byte[] answer = server.page(path);
        double took = (System.nanoTime() - began) / 1e6;
        if (answer.length == 0) {
            throw new IllegalStateException(path + " is empty");
        }
        return took;
    }

    /** The page and all that it needs, compressed as they travel. */
    private static double weight(Server server, String path)
            throws IOException, InterruptedException {
        byte[] page = server.page(path);
        double bytes = page.length;
        String html = new String(unpacked(page), StandardCharsets.UTF_8);
        Matcher assets = ASSET.matcher(html);
        while (assets.find()) {
            bytes += server.page(assets.group(1)).length;
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] page) throws IOException {
        boolean packed = page.length > 1 && page[0] == 0x1F && page[1] == (byte) 0x8B;
        return packed
                ? new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes()
                : Arrays.copyOf(page, page.length);
    }

    private static double quantile(List<Double> all, double share) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
