package org.aidledger.api.pages.post;

import java.util.Map;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.pages.frame.Say;

/** An account before and after. */
record Change(String account, String project, String before, String after) {

    static Change of(Say say, Expected.Change change, Map<String, String> projects) {
        return new Change(
                say.word("account." + change.account().kind()),
                change.account()
                        .project()
                        .map(p -> projects.getOrDefault(p.value(), p.value()))
                        .orElse(""),
                say.exact(change.before()),
                say.exact(change.after()));
    }
}
