package org.aidledger.api.security;

import java.time.Clock;
import java.time.Instant;
import org.aidledger.access.Account;
import org.aidledger.access.ApiToken;
import org.aidledger.api.http.ProblemCode;

/** Signs in with the ledger's own tokens. */
final class TokenSignIn {

    private final KnownAccounts known;
    private final LocalKey localKey;
    private final Clock clock;

    TokenSignIn(KnownAccounts known, LocalKey localKey, Clock clock) {
        this.known = known;
        this.localKey = localKey;
        this.clock = clock;
    }

    /**
     * Whose token it is.
     *
     * @throws Refusal if it opens nothing
     */
    SignedIn signIn(String token) {
        String hash = Secrets.sha256(token);
        if (localKey.opensWith(hash)) {
            return new SignedIn(localKey.caller(), false, false);
        }
        ApiToken found = known.token(hash).orElseThrow(() -> refused("There is no such token."));
        Instant now = clock.instant();
        if (!found.isValid(now)) {
            throw refused(
                    found.revoked().isPresent()
                            ? "The token was revoked."
                            : "The token has expired.");
        }
        Account account =
                known.account(found.user())
                        .orElseThrow(() -> refused("The token's account is not of use here."));
        if (account.isLocked(now)) {
            throw new Refusal(ProblemCode.ACCOUNT_LOCKED, "The token's account is locked.");
        }
        return new SignedIn(account.caller(), false, false);
    }

    private static Refusal refused(String detail) {
        return new Refusal(ProblemCode.TOKEN_NOT_ACCEPTED, detail);
    }
}
