package org.aidledger.api.pages.administration;

import java.util.List;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.http.Problem;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;

/** Says what is wrong with a request of the administration. */
final class Wrong {

    private Wrong() {}

    static String text(Say say, Problem problem) {
        if (say.isChinese()
                && problem.values().get("errors") instanceof List<?> errors
                && errors.getFirst() instanceof FieldProblem first) {
            return say.name("refusal.field." + first.field(), first.detail());
        }
        return Refusals.of(say, problem).text();
    }
}
