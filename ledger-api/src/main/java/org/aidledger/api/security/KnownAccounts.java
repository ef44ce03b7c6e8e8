package org.aidledger.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiToken;
import org.aidledger.access.ApiTokens;

/**
 * Accounts and tokens as this node last read them, for a few seconds: so a request costs no
 * question to the database. What is changed through this node counts at once.
 */
final class KnownAccounts {

    /** Beyond this nobody honest is; who guesses tokens does not fill the memory. */
    private static final int MOST = 10_000;

    private record Known<T>(T value, Instant until) {}

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Clock clock;
    private final Duration rememberFor;
    private final boolean demo;
    private final Map<String, Known<Account>> byUser = new ConcurrentHashMap<>();
    private final Map<String, Known<ApiToken>> byHash = new ConcurrentHashMap<>();

    /**
     * @param demo whether accounts of the demonstration are let in
     */
    KnownAccounts(
            Accounts accounts, ApiTokens tokens, Clock clock, Duration rememberFor, boolean demo) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.rememberFor = rememberFor;
        this.demo = demo;
    }

    /** The account, if there is one that may be used here. */
    Optional<Account> account(String user) {
        return known(byUser, user, () -> accounts.find(user)).filter(a -> demo || !a.demo());
    }

    /** The token with this hash, if there is one. */
    Optional<ApiToken> token(String sha256) {
        return known(byHash, sha256, () -> tokens.find(sha256));
    }

    /** An account was changed; it is read anew from here on. */
    void forget(String user) {
        byUser.remove(user);
    }

    /** A token was changed. */
    void forgetTokens() {
        byHash.clear();
    }

    private <T> Optional<T> known(
            Map<String, Known<T>> map, String key, java.util.function.Supplier<Optional<T>> read) {
        Instant now = clock.instant();
        Known<T> known = map.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.value());
        }
        Optional<T> found = read.get();
        if (map.size() >= MOST) {
            map.clear();
        }
        found.ifPresentOrElse(
                value -> map.put(key, new Known<>(value, now.plus(rememberFor))),
                () -> map.remove(key));
        return found;
    }
}
