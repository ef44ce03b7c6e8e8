package org.aidledger.api.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.fund.Channel;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;

/** Draws up the projects of one fund: numbered, named, spread over its places. */
final class Sites {

    private final String prefix;
    private final List<String> places;
    private final Random random;
    private final List<Site> sites = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();

    /**
     * @param places names of counties and regiments; those of the 兵团 are told by 团 or 师
     */
    Sites(String prefix, List<String> places, Random random) {
        this.prefix = prefix;
        this.places = places;
        this.random = random;
    }

    /** So many projects of a category that share an amount, of which the last are carried over. */
    Sites add(Category category, int count, long planned, int carriedOver) {
        long[] parts = Spread.about(planned, count, random);
        for (int i = 0; i < count; i++) {
            int n = sites.size() + 1;
            String place = places.get(n % places.size());
            Kind kind = i < count - carriedOver ? Kind.NEW : Kind.CARRIED_OVER;
            Delivery delivery = n % 3 == 0 ? Delivery.TURNKEY : Delivery.CHEQUE;
            named(category, place, category.work(i), kind, delivery, parts[i]);
        }
        return this;
    }

    /** One project by name, new, built by the recipient. */
    Sites addNamed(Category category, String place, String work, long planned) {
        named(category, place, work, Kind.NEW, Delivery.CHEQUE, planned);
        return this;
    }

    private void named(
            Category category,
            String place,
            String work,
            Kind kind,
            Delivery delivery,
            long planned) {
        String title = place + work;
        int phase = names.merge(title, 1, Integer::sum);
        String name = phase == 1 ? title + "项目" : "%s项目（%d期）".formatted(title, phase);
        String id = "%s-%03d".formatted(prefix, sites.size() + 1);
        sites.add(site(id, category, place, name, kind, delivery, planned));
    }

    /** One project on its own. */
    static Site site(
            String id,
            Category category,
            String place,
            String name,
            Kind kind,
            Delivery delivery,
            long planned) {
        ProjectProfile profile =
                new ProjectProfile(
                        name,
                        category.chinese(),
                        place,
                        channel(place),
                        kind,
                        delivery,
                        category.capital(),
                        category.livelihood(),
                        category.grassroots(),
                        false);
        return new Site(new ProjectId(id), profile, planned, planned);
    }

    private static Channel channel(String place) {
        return place.contains("团") || place.contains("师") ? Channel.BINGTUAN : Channel.LOCAL;
    }

    List<Site> list() {
        return List.copyOf(sites);
    }

    /** The projects, with a planned investment of the year that adds up to the given sum. */
    static List<Site> invested(List<Site> sites, long total, Random random) {
        long[] weights = new long[sites.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sites.get(i).planned() * random.nextInt(80, 121);
        }
        long[] parts = Spread.by(total, weights);
        List<Site> invested = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            invested.add(sites.get(i).withInvestment(parts[i]));
        }
        return List.copyOf(invested);
    }
}
