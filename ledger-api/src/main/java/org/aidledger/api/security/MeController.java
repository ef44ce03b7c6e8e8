package org.aidledger.api.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.Caller;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows callers who they are here, and lets them set their password. */
@RestController
@Needs(Right.OWN)
class MeController {

    private final Accounts accounts;
    private final KnownAccounts known;
    private final PasswordSignIn signIn;
    private final Passwords passwords;

    MeController(
            Accounts accounts, KnownAccounts known, PasswordSignIn signIn, Passwords passwords) {
        this.accounts = accounts;
        this.known = known;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /**
     * The caller.
     *
     * @param actor as whom events name them
     * @param rights besides the commands of their roles
     */
    record Me(
            String user,
            String actor,
            List<String> roles,
            List<String> scope,
            boolean recordsForOthers,
            List<String> rights,
            boolean mustChangePassword) {}

    @GetMapping("/api/v1/me")
    Me me() {
        Caller caller = CurrentCaller.required();
        return new Me(
                caller.user(),
                caller.actor().name(),
                caller.roles().stream().sorted().map(Role::toString).toList(),
                caller.scope().written(),
                caller.recordsForOthers(),
                Arrays.stream(Right.values()).filter(caller::may).map(Right::toString).toList(),
                known.account(caller.user()).map(Account::mustChangePassword).orElse(false));
    }

    /** A new password, and the one until now. */
    record PasswordChange(Optional<String> current, Optional<String> password) {

        @Override
        public String toString() {
            return "a change of password";
        }
    }

    @PostMapping(path = "/api/v1/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordChange change) {
        String user = CurrentCaller.required().user();
        if (known.account(user).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.ACCOUNT_UNKNOWN,
                    "You are signed in without a local account, which has no password here.");
        }
        String current = change.current().orElse("");
        String wanted = change.password().orElse("");
        try {
            signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, current));
        } catch (Refusal refusal) {
            throw ProblemException.invalid("current", refusal.detail());
        }
        if (wanted.equals(current)) {
            throw ProblemException.invalid("password", "the new password is the old one");
        }
        accounts.setPassword(user, passwords.hash(user, wanted), false);
        known.forget(user);
    }
}
