package org.aidledger.api.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.access.Caller;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.event.Actor;
import org.jspecify.annotations.Nullable;

/** Makes a caller of what an issuer says about somebody. Roles unknown here give no rights. */
final class ClaimSignIn {

    private final SignInSettings settings;

    ClaimSignIn(SignInSettings settings) {
        this.settings = settings;
    }

    /**
     * Who the claims are about.
     *
     * @throws Refusal if they name nobody, or a scope that cannot be understood
     */
    Caller caller(Map<String, Object> claims) {
        String subject = text(claims, "sub").orElseThrow(ClaimSignIn::nobody);
        try {
            Actor actor = new Actor(text(claims, settings.actorClaim()).orElse(subject));
            Scope scope = Scope.of(texts(claims.get(settings.scopeClaim())));
            return new Caller(
                    "issuer:" + subject,
                    actor,
                    texts(claims.get(settings.rolesClaim())).stream()
                            .flatMap(name -> Role.named(name).stream())
                            .collect(Collectors.toSet()),
                    scope,
                    Boolean.TRUE.equals(claims.get(settings.othersClaim())));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.TOKEN_NOT_ACCEPTED, "The token's claims: " + e.getMessage());
        }
    }

    private static Refusal nobody() {
        return new Refusal(ProblemCode.TOKEN_NOT_ACCEPTED, "The token names no subject.");
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    /** A list, or one text with spaces between. */
    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default ->
                    Arrays.stream(claim.toString().split("\\s+", -1))
                            .filter(text -> !text.isEmpty())
                            .toList();
        };
    }
}
