package org.aidledger.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.ApiToken;
import org.aidledger.access.ApiTokens;
import org.aidledger.access.Caller;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Texts;
import org.springframework.stereotype.Component;

/** Makes, lists and revokes tokens: one's own, and for administrators everybody's. */
@Component
public class TokenDesk {

    private final ApiTokens tokens;
    private final KnownAccounts known;
    private final SignInSettings settings;
    private final Clock clock;

    TokenDesk(ApiTokens tokens, KnownAccounts known, SignInSettings settings, Clock clock) {
        this.tokens = tokens;
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a token is to be.
     *
     * @param user whose; the caller's own if absent
     * @param note what it is for
     * @param days until it expires
     */
    public record WantedToken(
            Optional<String> user, Optional<String> note, Optional<Integer> days) {}

    /**
     * A token.
     *
     * @param token the token itself, shown once, where it was made just now
     */
    public record TokenView(
            String id,
            String user,
            String note,
            Instant created,
            Instant expires,
            Optional<Instant> revoked,
            Optional<String> token) {

        static TokenView of(ApiToken t, Optional<String> token) {
            return new TokenView(
                    t.id(), t.user(), t.note(), t.created(), t.expires(), t.revoked(), token);
        }

        @Override
        public String toString() {
            return id; // never the token
        }
    }

    /**
     * Tokens, the newest first.
     *
     * @param user whose; if absent, the caller's own, or everybody's for administrators
     */
    public List<TokenView> list(Optional<String> user) {
        Caller caller = CurrentCaller.required();
        Optional<String> whose =
                user.isEmpty() && caller.may(Right.ACCOUNTS)
                        ? Optional.empty()
                        : Optional.of(mayActFor(user));
        return tokens.all(whose).stream().map(t -> TokenView.of(t, Optional.empty())).toList();
    }

    /** Makes one; itself, it is shown this once. */
    public TokenView make(WantedToken wanted) {
        String user = mayActFor(wanted.user());
        AccountDesk.requireReach(
                known.account(user)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.ACCOUNT_UNKNOWN,
                                        "There is no local account "
                                                + user
                                                + ", so it can have no token; say whose it is to be"
                                                + " in 'user'.")));
        int days = wanted.days().orElse(settings.tokenDays());
        if (days < 1 || days > settings.mostTokenDays()) {
            throw ProblemException.invalid(
                    "days", "days must be from 1 to %d".formatted(settings.mostTokenDays()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String secret = Secrets.token();
        ApiToken token =
                new ApiToken(
                        Secrets.id(),
                        user,
                        note(wanted.note().orElse("")),
                        Secrets.sha256(secret),
                        now,
                        now.plus(Duration.ofDays(days)),
                        Optional.empty());
        tokens.add(token);
        return TokenView.of(token, Optional.of(secret));
    }

    private static String note(String text) {
        try {
            return Texts.optional("note", text, 200);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("note", String.valueOf(e.getMessage()));
        }
    }

    /** Takes one back. */
    public void revoke(String id) {
        Caller caller = CurrentCaller.required();
        Optional<String> whose =
                caller.may(Right.ACCOUNTS) ? Optional.empty() : Optional.of(caller.user());
        if (!tokens.revoke(id, whose, clock.instant())) {
            throw new ProblemException(
                    ProblemCode.TOKEN_UNKNOWN, "There is no token " + id + " of yours.");
        }
        known.forgetTokens();
    }

    /** Whose tokens it is about; those of others are for administrators. */
    private static String mayActFor(Optional<String> user) {
        Caller caller = CurrentCaller.required();
        String whose = user.orElse(caller.user());
        if (!whose.equals(caller.user()) && !caller.may(Right.ACCOUNTS)) {
            throw RightMissing.of(Right.ACCOUNTS.toString(), Permits.of(Right.ACCOUNTS))
                    .asException();
        }
        return whose;
    }
}
