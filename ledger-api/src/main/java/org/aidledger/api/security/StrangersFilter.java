package org.aidledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what an address may ask without signing in, before anything is done about it. */
final class StrangersFilter extends OncePerRequestFilter {

    private final Buckets strangers;
    private final Problems problems;

    StrangersFilter(Buckets strangers, Problems problems) {
        this.strangers = strangers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known =
                request.getHeader(HttpHeaders.AUTHORIZATION) != null
                        || request.getSession(false) != null;
        long wait = known ? 0 : strangers.take(request.getRemoteAddr());
        if (wait > 0) {
            problems.tooMany(response, wait, "Too many requests without a sign-in.");
            return;
        }
        chain.doFilter(request, response);
    }
}
