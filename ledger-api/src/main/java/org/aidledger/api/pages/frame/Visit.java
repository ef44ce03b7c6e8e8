package org.aidledger.api.pages.frame;

import java.util.List;
import org.aidledger.access.Caller;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.event.AsOf;

/**
 * Somebody looks at a page.
 *
 * @param here the page's address
 * @param moment the point in time in it
 * @param say how things are written for them
 * @param caller who they are
 */
public record Visit(Address here, Moment moment, Say say, Caller caller) {

    public AsOf at() {
        return moment.at();
    }

    public boolean may(Right right) {
        return caller.may(right);
    }

    /** Whether they see what waits for approval. */
    public boolean decidesOrAsks() {
        return may(Right.APPROVALS);
    }

    /** Whether they may take away the events themselves, with their proof. */
    public boolean bundles() {
        return may(Right.EVENTS) && may(Right.PROOFS);
    }

    /** Whether they draw samples. */
    public boolean samples() {
        return may(Right.SAMPLES);
    }

    /** Whether they post money, so that there is something for them to post. */
    public boolean posts() {
        return caller.roles().contains(Role.FINANCE_OFFICER);
    }

    /** Another page at the same point in time. */
    public Address to(String... segments) {
        return here.to(Address.path(segments));
    }

    /** Their roles in words. */
    public List<String> roles() {
        return caller.roles().stream().sorted().map(r -> say.word("role." + r)).toList();
    }
}
