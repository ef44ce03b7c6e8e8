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

    /** Whether there are commands for funds that they may send: for all but administrators. */
    public boolean posts() {
        return caller.roles().stream().anyMatch(r -> r != Role.ADMINISTRATOR);
    }

    /** Whether they may raise findings. */
    public boolean examines() {
        return caller.roles().contains(Role.AUDITOR) || caller.roles().contains(Role.REGULATOR);
    }

    /** Whether they keep accounts. */
    public boolean administers() {
        return may(Right.ACCOUNTS);
    }

    /** Whether they see what others asked about their funds. */
    public boolean answersFor() {
        return may(Right.READS);
    }

    /** Whether they may open a fund. */
    public boolean opens() {
        return caller.roles().contains(Role.FINANCE_APPROVER)
                || caller.roles().contains(Role.ADMINISTRATOR);
    }

    /** Whether they may bring sheets. */
    public boolean imports() {
        return may(Right.IMPORT);
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
