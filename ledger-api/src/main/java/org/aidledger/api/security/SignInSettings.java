package org.aidledger.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people sign in. The values stand in {@code application.yaml}.
 *
 * @param failuresBeforeLock failed sign-ins in a row after which an account is locked
 * @param lockFor how long it is locked then
 * @param leastPassword least characters of a password
 * @param tokenDays days after which a token expires, unless its maker says less or more
 * @param mostTokenDays most days that its maker may say
 * @param rememberFor how long this node believes what it read about an account or token; changes
 *     made through it count at once
 * @param believeIssuerFor how long a browser's session stands on what an issuer said when somebody
 *     signed in; then they sign in there anew
 * @param endSessionUri where an issuer signs people out; empty where its description says so
 * @param actorClaim claim of an issuer's token that names the actor
 * @param rolesClaim claim that lists roles by their written names
 * @param scopeClaim claim that lists the written parts of the scope
 * @param othersClaim claim that is true where names of others may be stated
 */
@ConfigurationProperties("ledger.sign-in")
record SignInSettings(
        int failuresBeforeLock,
        Duration lockFor,
        int leastPassword,
        int tokenDays,
        int mostTokenDays,
        Duration rememberFor,
        Duration believeIssuerFor,
        String endSessionUri,
        String actorClaim,
        String rolesClaim,
        String scopeClaim,
        String othersClaim) {}
