package org.aidledger.api.security;

import java.util.List;
import org.aidledger.access.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who is signed in, as Spring Security carries them; rights are the ledger's to say. */
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

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.user();
    }
}
