package org.aidledger.api.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiToken;
import org.aidledger.access.ApiTokens;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.api.Api;
import org.aidledger.event.Actor;

/** Accounts for tests, each with a token. */
public final class People {

    private People() {}

    /**
     * Somebody with a token.
     *
     * @param token valid for an hour
     */
    public record Person(String user, String actor, String token) {

        public String[] signIn() {
            return bearer(token);
        }
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    public static Person of(Set<Role> roles, String... scope) {
        String user = Api.unique("somebody");
        Api.bean(Accounts.class)
                .add(
                        new Account(
                                user,
                                new Actor("Actor of " + user),
                                roles,
                                Scope.of(List.of(scope)),
                                false,
                                "",
                                false,
                                Optional.empty(),
                                0,
                                false));
        return new Person(user, "Actor of " + user, token(user, Instant.now().plusSeconds(3600)));
    }

    public static Person of(Role role, String... scope) {
        return of(Set.of(role), scope);
    }

    /** A token that is, or was, valid until an instant. */
    static String token(String user, Instant expires) {
        String token = Secrets.token();
        Api.bean(ApiTokens.class)
                .add(
                        new ApiToken(
                                Secrets.id(),
                                user,
                                "test",
                                Secrets.sha256(token),
                                expires.minus(1, ChronoUnit.DAYS),
                                expires,
                                Optional.empty()));
        return token;
    }
}
