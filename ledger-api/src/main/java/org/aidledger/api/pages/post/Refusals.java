package org.aidledger.api.pages.post;

import java.util.Map;
import java.util.Optional;
import org.aidledger.api.http.Problem;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.rejection.Rejection;

/** Writes refusals with the values that would have been accepted. */
public final class Refusals {

    private Refusals() {}

    /**
     * A refusal in words.
     *
     * @param acceptable the largest amount that would be taken, as it may be typed; empty where no
     *     amount would do
     */
    public record Words(String code, String text, String acceptable) {}

    public static Words of(Say say, Rejection rejection) {
        Map<String, Object> values = Problem.of(rejection).values();
        String form = say.isChinese() ? say.name("refusal." + rejection.code(), "") : "";
        return new Words(
                rejection.code(),
                form.isEmpty() ? rejection.message() : filled(form, values),
                Optional.ofNullable(values.get("acceptable"))
                        .map(Object::toString)
                        .filter(a -> !a.startsWith("-") && !a.matches("0(\\.0*)?"))
                        .orElse(""));
    }

    /** Puts values in place of their names in braces. */
    private static String filled(String form, Map<String, Object> values) {
        String text = form;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }
}
