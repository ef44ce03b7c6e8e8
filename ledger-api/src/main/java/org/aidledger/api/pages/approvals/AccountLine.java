package org.aidledger.api.pages.approvals;

import java.util.Map;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.pages.frame.Say;

/** An account before and after. */
record AccountLine(String account, String project, String before, String after) {

    static AccountLine of(Say say, Expected.Change change, Map<String, String> names) {
        return new AccountLine(
                say.word("account." + change.account().kind()),
                change.account()
                        .project()
                        .map(p -> names.getOrDefault(p.value(), p.value()))
                        .orElse(""),
                say.exact(change.before()),
                say.exact(change.after()));
    }
}
