package org.aidledger.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens with which programs sign in for an account, kept across restarts. */
public interface ApiTokens {

    /** The token with this hash, whatever became of it. */
    Optional<ApiToken> find(String sha256);

    /** An account's tokens, or everybody's, the newest first. */
    List<ApiToken> all(Optional<String> user);

    /** Keeps a token; one that is there already is kept as it was. */
    void add(ApiToken token);

    /**
     * Takes a token back.
     *
     * @param user whose it must be; empty for anybody's
     * @return whether there is such a token
     */
    boolean revoke(String id, Optional<String> user, Instant now);
}
