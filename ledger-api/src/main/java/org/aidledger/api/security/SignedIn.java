package org.aidledger.api.security;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody who is signed in, as Spring Security carries them; rights are the ledger's to say. A
 * session keeps who it is and nothing of what they may: that is looked up with every request.
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final boolean withPassword;
    private final boolean mustChangePassword;

    /**
     * @param withPassword whether a local account's password was given
     */
    SignedIn(Caller caller, boolean withPassword, boolean mustChangePassword) {
        super(List.of());
        this.caller = caller;
        this.withPassword = withPassword;
        this.mustChangePassword = mustChangePassword;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    boolean isWithPassword() {
        return withPassword;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** What a session keeps. */
    private record Kept(String user, boolean withPassword, boolean mustChangePassword)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            Caller nobodyYet =
                    new Caller(user, new Actor(user), Set.of(), new Scope(List.of()), false);
            return new SignedIn(nobodyYet, withPassword, mustChangePassword);
        }
    }

    private Object writeReplace() {
        return new Kept(caller.user(), withPassword, mustChangePassword);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.user();
    }
}
