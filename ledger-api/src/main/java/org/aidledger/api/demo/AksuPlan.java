package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The Aksu fund of 2024, composed so that its half-year indicators are the published ones: 180,620
 * of 200,000 disbursed (90.31 %), 113 of 134 new projects started (84.33 %), work worth 163,296 of
 * 320,000 (51.03 %). Amounts are in 万元.
 */
final class AksuPlan {

    static final long PLANNED = 200_000;
    static final long DISBURSED = 180_620;
    static final long INVESTMENT = 320_000;
    static final long WORKED = 163_296;
    static final int STARTED = 113;

    /** When the last of the new projects that count for June began; the ledger heard in July. */
    static final LocalDate LAST_START = LocalDate.of(2024, 6, 26);

    private static final List<String> PLACES =
            List.of("阿克苏市", "库车市", "温宿县", "沙雅县", "新和县", "拜城县", "乌什县", "阿瓦提县", "柯坪县");

    private AksuPlan() {}

    static List<AksuProject> projects(Random random) {
        List<Site> sites = Sites.invested(sites(random), INVESTMENT, random);
        List<Optional<LocalDate>> starts = starts(sites, random);
        long[] withheld = new long[sites.size()];
        long[] work = new long[sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            withheld[i] = sites.get(i).planned() * random.nextInt(40, 161);
            boolean begun = starts.get(i).filter(d -> !d.isAfter(AksuProject.HALF)).isPresent();
            work[i] = begun ? sites.get(i).investment() * random.nextInt(70, 131) : 0;
        }
        withheld = Spread.by(PLANNED - DISBURSED, withheld);
        work = Spread.by(WORKED, work);
        List<AksuProject> projects = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            projects.add(project(sites.get(i), i, withheld[i], work[i], starts.get(i)));
        }
        return List.copyOf(projects);
    }

    private static List<Site> sites(Random random) {
        List<Site> sites =
                new Sites("AKS24", PLACES, random)
                        .add(Category.LIVELIHOOD, 50, 88_000, 9)
                        .add(Category.EDUCATION, 26, 36_000, 6)
                        .add(Category.HEALTH, 20, 24_000, 4)
                        .add(Category.GRASSROOTS, 24, 16_000, 2)
                        .add(Category.INDUSTRY, 18, 22_000, 5)
                        .add(Category.TALENT, 12, 8_000, 0)
                        .add(Category.EXCHANGE, 10, 6_000, 0)
                        .list();
        return sites.stream().map(AksuPlan::asEnterprise).toList();
    }

    /** Every second industry project is run by an enterprise, which owes matching money. */
    private static Site asEnterprise(Site site) {
        boolean industry = site.profile().category().equals(Category.INDUSTRY.chinese());
        boolean odd = Math.floorMod(site.id().value().hashCode(), 2) == 1;
        return industry && odd ? site.byEnterprise() : site;
    }

    /** Carried-over projects go on in January; 113 new ones begin by June, 19 later, 2 never. */
    private static List<Optional<LocalDate>> starts(List<Site> sites, Random random) {
        List<Integer> fresh = new ArrayList<>();
        List<Optional<LocalDate>> starts = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            starts.add(Optional.of(LocalDate.of(2024, 1, 24)));
            if (sites.get(i).isNew()) {
                fresh.add(i);
            }
        }
        Collections.shuffle(fresh, random);
        for (int k = 0; k < fresh.size(); k++) {
            starts.set(fresh.get(k), start(k, fresh.size()));
        }
        return starts;
    }

    private static Optional<LocalDate> start(int k, int all) {
        if (k >= all - 2) {
            return Optional.empty();
        }
        if (k >= STARTED) {
            return Optional.of(LocalDate.of(2024, 7, 8).plusDays((k - STARTED) * 4L));
        }
        if (k == STARTED - 1) {
            return Optional.of(LAST_START);
        }
        // One began before the plan was issued (未批先建); most in March, the rest by mid-June.
        return Optional.of(
                k == 0
                        ? LocalDate.of(2024, 1, 18)
                        : LocalDate.of(2024, 3, 4)
                                .plusDays(k < 70 ? k % 23 : 28 + (k - 70) * 7L / 4));
    }

    private static AksuProject project(
            Site site, int n, long withheld, long worked, Optional<LocalDate> start) {
        boolean early = start.filter(d -> d.isBefore(LocalDate.of(2024, 4, 1))).isPresent();
        boolean closing = early && site.profile().capital() && n % 3 == 0;
        // A project that is closed this year costs a little less than planned.
        long contract = site.planned() - (closing ? withheld / 2 : 0);
        return new AksuProject(
                site,
                n,
                site.planned() - withheld,
                worked,
                start,
                site.profile().capital() ? contract : 0,
                closing);
    }
}
