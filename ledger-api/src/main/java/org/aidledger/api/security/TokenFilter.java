package org.aidledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.aidledger.api.http.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in whoever brings one of the ledger's own tokens, and slows down who guesses passwords.
 * Another issuer's tokens are left to the filters behind, if there is an issuer.
 */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final TokenSignIn tokens;
    private final Attempts attempts;
    private final Problems problems;
    private final boolean hasIssuer;

    TokenFilter(TokenSignIn tokens, Attempts attempts, Problems problems, boolean hasIssuer) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.problems = problems;
        this.hasIssuer = hasIssuer;
    }

    /** The token behind {@code Bearer}, if that is how the request signs in. */
    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** The token of another issuer, if the request brings one. */
    static Optional<String> foreign(HttpServletRequest request) {
        return bearer(request).filter(token -> !token.startsWith(Secrets.TOKEN_PREFIX));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = bearer(request);
        if (token.isPresent() && (!hasIssuer || foreign(request).isEmpty())) {
            try {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(tokens.signIn(token.get())));
            } catch (Refusal refusal) {
                problems.commence(request, response, refusal);
                return;
            }
        } else if (givesPassword(request)) {
            long wait = attempts.wait(request.getRemoteAddr());
            if (wait > 0 && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                response.sendRedirect("/login?error=wait");
                return;
            }
            if (wait > 0) {
                problems.tooMany(response, wait, "Too many failed sign-ins from your address.");
                return;
            }
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) != null && token.isEmpty()) {
            problems.commence(
                    request,
                    response,
                    new Refusal(
                            ProblemCode.SIGN_IN_FAILED,
                            "Authorization must begin with Bearer or Basic."));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean givesPassword(HttpServletRequest request) {
        String value = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean basic = value != null && value.regionMatches(true, 0, BASIC, 0, BASIC.length());
        boolean form =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/login");
        return basic || form;
    }
}
