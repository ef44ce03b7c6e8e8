package org.aidledger.api.security;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses what an issuer gives to tell who somebody is (an ID token) where a program has to show
 * what it may do: both are signed with the same key and may be for the same audience, but an ID
 * token goes through addresses and logs of browsers.
 */
final class AccessTokensOnly implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2Error ID_TOKEN =
            new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_TOKEN,
                    "It is an ID token, which tells who somebody is; send an access token.",
                    null);

    /** What OpenID Connect puts into ID tokens alone; Keycloak names the kind besides. */
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean isIdToken =
                token.hasClaim("at_hash")
                        || token.hasClaim("nonce")
                        || "ID".equals(token.getClaims().get("typ"));
        return isIdToken
                ? OAuth2TokenValidatorResult.failure(ID_TOKEN)
                : OAuth2TokenValidatorResult.success();
    }
}
