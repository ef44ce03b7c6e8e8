package org.aidledger.api.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Account;
import org.aidledger.access.Caller;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.access.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows callers who they are here, and lets them set their password. */
@RestController
@Needs(Right.OWN)
class MeController {

    private final KnownAccounts known;
    private final OwnPassword passwords;

    MeController(KnownAccounts known, OwnPassword passwords) {
        this.known = known;
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
        passwords.change(change.current().orElse(""), change.password().orElse(""));
    }
}
