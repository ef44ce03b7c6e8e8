package org.aidledger.api.payee;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts names back in the place of pseudonyms, in the texts of one answer, if whoever asks may see
 * them. Everything else shows pseudonyms to everybody; so what is forgotten here is masked.
 */
@Component
public class PayeeNames {

    private static final JsonMapper JSON = new JsonMapper();

    private final Payees payees;

    PayeeNames(Payees payees) {
        this.payees = payees;
    }

    /** The names that these texts would show to whoever asks. */
    public Shown in(Stream<String> texts) {
        if (!CurrentCaller.required().may(Right.NAMES)) {
            return new Shown(Map.of());
        }
        Set<Pseudonym> found = new HashSet<>();
        texts.forEach(text ->
                Pseudonym.FORM
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(Pseudonym::new)
                        .forEach(found::add));
        return new Shown(payees.names(found));
    }

    /** Names that may be shown. */
    public record Shown(Map<Pseudonym, String> names) {

        /** The text with them in it. */
        public String text(String text) {
            return replaced(text, UnaryOperator.identity());
        }

        /** The JSON text with them in it. */
        public String json(String json) {
            return replaced(json, Shown::escaped);
        }

        private String replaced(String text, UnaryOperator<String> written) {
            return names.isEmpty()
                    ? text
                    : Pseudonym.FORM
                            .matcher(text)
                            .replaceAll(found ->
                                    java.util.regex.Matcher.quoteReplacement(
                                            named(found.group(), written)));
        }

        private String named(String pseudonym, UnaryOperator<String> written) {
            String name = names.get(new Pseudonym(pseudonym));
            return name == null ? pseudonym : written.apply(name);
        }

        private static String escaped(String name) {
            String quoted = JSON.writeValueAsString(name);
            return quoted.substring(1, quoted.length() - 1);
        }
    }
}
