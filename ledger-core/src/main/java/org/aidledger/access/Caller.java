package org.aidledger.access;

import java.util.Set;
import org.aidledger.event.Actor;

/**
 * Somebody who is signed in, as far as it matters for what may be done.
 *
 * @param user the account or subject behind the signature
 * @param actor as whom events name them
 * @param roles possibly none
 * @param scope the funds they see and touch
 * @param recordsForOthers whether they may state actors and approvals of others, as imports of
 *     histories do
 */
public record Caller(
        String user, Actor actor, Set<Role> roles, Scope scope, boolean recordsForOthers) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether any of their roles has a right; what is one's own is everybody's right. */
    public boolean may(Right right) {
        return right == Right.OWN || Permits.of(right).stream().anyMatch(roles::contains);
    }

    /** Whether their questions are kept for the owners of what they asked about. */
    public boolean isWatched() {
        return roles.contains(Role.AUDITOR) || roles.contains(Role.REGULATOR);
    }
}
