package org.aidledger.api.security;

import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;

/** Lets whoever is calling put another password in place of theirs. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final KnownAccounts known;
    private final PasswordSignIn signIn;
    private final Passwords passwords;

    OwnPassword(
            Accounts accounts, KnownAccounts known, PasswordSignIn signIn, Passwords passwords) {
        this.accounts = accounts;
        this.known = known;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    /**
     * Sets it, if the one until now is right.
     *
     * @throws ProblemException if it is not, or the new one will not do; it names the field
     */
    public void change(String current, String wanted) {
        String user = CurrentCaller.required().user();
        if (known.account(user).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.ACCOUNT_UNKNOWN,
                    "You are signed in without a local account, which has no password here.");
        }
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

    /** Whether nothing else is possible before. */
    public boolean isDue() {
        return known.account(CurrentCaller.required().user())
                .map(Account::mustChangePassword)
                .orElse(false);
    }
}
