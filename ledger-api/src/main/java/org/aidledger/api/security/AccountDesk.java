package org.aidledger.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.Denial.OutsideScope;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Actor;
import org.springframework.stereotype.Component;

/**
 * Keeps the local accounts, for programs and pages alike. Whoever asks has to have the right to it:
 * their endpoint says so.
 */
@Component
public class AccountDesk {

    /** Until somebody opens it again. */
    private static final Duration FOR_GOOD = Duration.ofDays(365_000);

    private final Accounts accounts;
    private final KnownAccounts known;
    private final Passwords passwords;
    private final Clock clock;

    AccountDesk(Accounts accounts, KnownAccounts known, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.known = known;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What an account is to be.
     *
     * @param user to sign in with; as the address says where that does
     * @param actor as whom events name its holder; the user's name if absent
     * @param roles by their written names
     * @param scope parts such as {@code *}, {@code ZJ/QZ}, {@code fund:ID}, {@code fund:PREFIX*}
     * @param recordsForOthers whether names of others may be stated, as imports of histories do
     * @param password the first one; a random one if absent. Either has to be changed
     */
    public record WantedAccount(
            Optional<String> user,
            Optional<String> actor,
            Optional<List<String>> roles,
            Optional<List<String>> scope,
            Optional<Boolean> recordsForOthers,
            Optional<String> password) {

        @Override
        public String toString() {
            return user.orElse(""); // never the password
        }
    }

    /**
     * An account.
     *
     * @param password shown once, where it was made up just now
     */
    public record AccountView(
            String user,
            String actor,
            List<String> roles,
            List<String> scope,
            boolean recordsForOthers,
            boolean mustChangePassword,
            Optional<Instant> lockedUntil,
            Optional<String> password) {

        static AccountView of(Account a, Optional<String> password) {
            return new AccountView(
                    a.user(),
                    a.actor().name(),
                    a.roles().stream().sorted().map(Role::toString).toList(),
                    a.scope().written(),
                    a.caller().recordsForOthers(),
                    a.mustChangePassword(),
                    a.lockedUntil(),
                    password);
        }

        @Override
        public String toString() {
            return user; // never the password
        }
    }

    /** Every account within the caller's reach. */
    public List<AccountView> all() {
        return accounts.all().stream()
                .filter(AccountDesk::isWithinReach)
                .map(a -> AccountView.of(a, Optional.empty()))
                .toList();
    }

    /** One account. */
    public AccountView one(String user) {
        return AccountView.of(existing(user), Optional.empty());
    }

    /** Adds an account; its first password is shown once. */
    public AccountView add(WantedAccount wanted) {
        String user =
                wanted.user()
                        .orElseThrow(() -> ProblemException.invalid("user", "user is missing"));
        Passwords.Made made = passwords.first(user, wanted.password());
        Account account = account(user, wanted, made.hash());
        requireReach(account);
        if (!accounts.add(account)) {
            throw taken();
        }
        known.forget(user);
        return AccountView.of(existing(user), made.shown());
    }

    /** Changes what is said of it; the rest stays. */
    public AccountView change(String user, WantedAccount wanted) {
        Account before = existing(user);
        wanted.user()
                .filter(named -> !named.equals(user))
                .ifPresent(_ -> {
                    throw ProblemException.invalid("user", "user cannot be changed");
                });
        WantedAccount whole =
                new WantedAccount(
                        Optional.of(user),
                        wanted.actor().or(() -> Optional.of(before.actor().name())),
                        wanted.roles()
                                .or(() ->
                                        Optional.of(
                                                before.roles().stream()
                                                        .map(Role::toString)
                                                        .toList())),
                        wanted.scope().or(() -> Optional.of(before.scope().written())),
                        wanted.recordsForOthers().or(() -> Optional.of(before.recordsForOthers())),
                        Optional.empty());
        Account after = account(user, whole, before.passwordHash());
        requireReach(after);
        if (!accounts.change(after)) {
            throw taken();
        }
        known.forget(user);
        return one(user);
    }

    /** Nobody signs in to it any more, and its tokens and sessions open nothing. */
    public AccountView lock(String user) {
        existing(user);
        accounts.lock(user, Optional.of(clock.instant().plus(FOR_GOOD)));
        known.forget(user);
        return one(user);
    }

    /** Opens it again. */
    public AccountView unlock(String user) {
        existing(user);
        accounts.lock(user, Optional.empty());
        known.forget(user);
        return one(user);
    }

    /** Gives a new first password, shown once, to be changed by its receiver. */
    public AccountView reset(String user) {
        existing(user);
        Passwords.Made made = passwords.first(user, Optional.empty());
        accounts.setPassword(user, made.hash(), true);
        known.forget(user);
        return AccountView.of(existing(user), made.shown());
    }

    private Account existing(String user) {
        Account account =
                accounts.find(user)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.ACCOUNT_UNKNOWN,
                                        "There is no account " + user + "."));
        requireReach(account);
        return account;
    }

    /** Nobody gives away, or takes over, what reaches further than they do. */
    static void requireReach(Account account) {
        if (!isWithinReach(account)) {
            throw new OutsideScope("account " + account.user()).asException();
        }
    }

    private static boolean isWithinReach(Account account) {
        return CurrentCaller.required().scope().includes(account.scope());
    }

    private static ProblemException taken() {
        return new ProblemException(
                ProblemCode.ACCOUNT_EXISTS,
                "There is an account of that user already, or one that acts under that name.");
    }

    private static Account account(String user, WantedAccount wanted, String passwordHash) {
        return new Account(
                user(user),
                valid("actor", () -> new Actor(wanted.actor().orElse(user))),
                roles(wanted.roles().orElse(List.of())),
                valid("scope", () -> Scope.of(wanted.scope().orElse(List.of()))),
                wanted.recordsForOthers().orElse(false),
                passwordHash,
                true,
                Optional.empty(),
                0,
                false);
    }

    private static String user(String user) {
        return valid(
                "user",
                () ->
                        new Account(
                                        user,
                                        new Actor("somebody"),
                                        Set.of(),
                                        new Scope(List.of()),
                                        false,
                                        "",
                                        true,
                                        Optional.empty(),
                                        0,
                                        false)
                                .user());
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream()
                .map(name ->
                        Role.named(name)
                                .orElseThrow(() ->
                                        ProblemException.invalid(
                                                "roles",
                                                "there is no role '%s'; there are: %s"
                                                        .formatted(name, ALL_ROLES))))
                .collect(Collectors.toSet());
    }

    private static final String ALL_ROLES =
            java.util.Arrays.stream(Role.values())
                    .map(Role::toString)
                    .collect(Collectors.joining(", "));

    private static <T> T valid(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
        }
    }
}
