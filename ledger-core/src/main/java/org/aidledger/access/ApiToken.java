package org.aidledger.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a token: enough to recognise it, not enough to make it.
 *
 * @param id names it, where its holder or an administrator speaks of it
 * @param user whose it is
 * @param note what it is for
 * @param sha256 of the token, in lower-case hexadecimal
 * @param revoked when it was taken back, if it was
 */
public record ApiToken(
        String id,
        String user,
        String note,
        String sha256,
        Instant created,
        Instant expires,
        Optional<Instant> revoked) {

    /** Whether it opens anything at an instant. */
    public boolean isValid(Instant now) {
        return revoked.isEmpty() && now.isBefore(expires);
    }

    /** Never what it is recognised by. */
    @Override
    public String toString() {
        return id;
    }
}
