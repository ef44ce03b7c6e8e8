package org.aidledger.api.imports.iati;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.imports.OneLine;

/**
 * Where an activity's money goes.
 *
 * @param code the country, {@code r} and the region where no country is named, up to three of them
 *     joined by dashes, {@code multi} for more, {@code none} for none
 * @param name the same for people
 */
record Recipient(String code, String name) {

    private static final int MOST_NAMED = 3;

    /** Collects countries and regions as they are read. */
    static final class Named {
        private final Map<String, String> countries = new TreeMap<>();
        private final Map<String, String> regions = new TreeMap<>();

        /** Takes a {@code recipient-country} or {@code recipient-region} element. */
        void add(Element element) {
            String code = OneLine.token(element.attribute("code"));
            if (code.isEmpty()) {
                return;
            }
            if (element.name().equals("recipient-country")) {
                String country = code.toUpperCase(Locale.ROOT);
                countries.putIfAbsent(country, countryName(country, element.narrative()));
            } else {
                String narrative = element.narrative();
                regions.putIfAbsent("r" + code, narrative.isEmpty() ? "region " + code : narrative);
            }
        }

        boolean isEmpty() {
            return countries.isEmpty() && regions.isEmpty();
        }

        Recipient recipient() {
            Map<String, String> places = countries.isEmpty() ? regions : countries;
            if (places.isEmpty()) {
                return new Recipient("none", "recipient not named");
            }
            if (places.size() > MOST_NAMED) {
                return new Recipient("multi", "several countries or regions");
            }
            return new Recipient(
                    String.join("-", places.keySet()),
                    OneLine.of(places.values().stream().collect(joining(", ")), 200));
        }

        private static String countryName(String code, String narrative) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            if (!name.isEmpty() && !name.equals(code)) {
                return name;
            }
            return narrative.isEmpty() ? code : narrative;
        }
    }
}
