/**
 * Signing in: with a token, with a password, or with what an OpenID Connect provider says. Whatever
 * the way, it ends in a {@link org.aidledger.access.Caller}, who is carried along with the request.
 * Owns: nothing but a bare health check is answered to nobody; neither passwords nor tokens are
 * kept or logged; who guesses is slowed down; and what a browser sends by itself changes nothing.
 */
@NullMarked
package org.aidledger.api.security;

import org.jspecify.annotations.NullMarked;
