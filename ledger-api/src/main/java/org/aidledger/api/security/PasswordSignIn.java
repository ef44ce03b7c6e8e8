package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.api.http.ProblemCode;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signs in with a local account's password. After some failures in a row the account is locked for
 * a while, so that guessing takes years. A wrong name takes as long as a wrong password and is
 * answered the same way.
 */
final class PasswordSignIn implements AuthenticationProvider {

    /** Hashing is dear on purpose; so many at once leave the ledger room for its work. */
    private static final int MOST_AT_ONCE = 2;

    private static final String MAC = "HmacSHA256";

    private final Accounts accounts;
    private final KnownAccounts known;
    private final PasswordEncoder passwords;
    private final SignInSettings settings;
    private final Clock clock;
    private final Semaphore hashing = new Semaphore(MOST_AT_ONCE);
    private final SecretKeySpec key = new SecretKeySpec(Secrets.bytes(32), MAC);
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();
    private final Supplier<String> nobodysHash;

    /**
     * That a password was right a moment ago.
     *
     * @param passwordHash the account's at that time; another one makes this worthless
     * @param mac of the password, under a key that only this process has
     */
    private record Proven(String passwordHash, String mac, Instant until) {}

    PasswordSignIn(
            Accounts accounts,
            KnownAccounts known,
            PasswordEncoder passwords,
            SignInSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.known = known;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
        this.nobodysHash = SingletonSupplier.of(() -> hash(Secrets.password()));
    }

    /** What is kept of a password. */
    String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String user = given.getName();
        String password = String.valueOf(given.getCredentials());
        Optional<Account> account = known.account(user);
        Instant now = clock.instant();
        if (account.isPresent() && account.get().isLocked(now)) {
            throw new Refusal(
                    ProblemCode.ACCOUNT_LOCKED,
                    "The account is locked; try again later, or ask an administrator.");
        }
        if (!isRight(account, password, now)) {
            account.ifPresent(a -> {
                accounts.failed(a.user(), now, settings.failuresBeforeLock(), settings.lockFor());
                known.forget(a.user());
            });
            throw new Refusal(
                    ProblemCode.SIGN_IN_FAILED, "User and password do not belong together.");
        }
        Account right = account.orElseThrow();
        if (right.failures() > 0 || right.lockedUntil().isPresent()) {
            accounts.succeeded(right.user());
            known.forget(right.user());
        }
        return new SignedIn(right.caller(), true, right.mustChangePassword());
    }

    private boolean isRight(Optional<Account> account, String password, Instant now) {
        String kept =
                account.map(Account::passwordHash).filter(h -> !h.isEmpty()).orElseGet(nobodysHash);
        String user = account.map(Account::user).orElse("");
        String mac = mac(password);
        Proven before = proven.get(user);
        if (before != null
                && before.passwordHash().equals(kept)
                && now.isBefore(before.until())
                && isEqual(before.mac(), mac)) {
            return true;
        }
        boolean right =
                matches(password, kept)
                        && account.filter(a -> a.passwordHash().equals(kept)).isPresent();
        if (right) {
            proven.put(user, new Proven(kept, mac, now.plusSeconds(60)));
        }
        return right;
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    /** Takes as long for any two texts. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
