package org.aidledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries whoever is signed in along with the request. A session's account is looked at anew with
 * every request, so that a lock or a change of roles counts at once.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/password";

    private static final Set<String> BEFORE_PASSWORD_CHANGE =
            Set.of("/api/v1/me", "/api/v1/me/password", PASSWORD_PAGE);

    private final KnownAccounts known;
    private final ClaimSignIn claims;
    private final Buckets callers;
    private final Problems problems;
    private final Duration believeIssuerFor;
    private final Clock clock;

    CallerFilter(
            KnownAccounts known,
            ClaimSignIn claims,
            Buckets callers,
            Problems problems,
            Duration believeIssuerFor,
            Clock clock) {
        this.known = known;
        this.claims = claims;
        this.callers = callers;
        this.problems = problems;
        this.believeIssuerFor = believeIssuerFor;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> signedIn;
        try {
            signedIn = signedIn(SecurityContextHolder.getContext().getAuthentication());
        } catch (Refusal refusal) {
            if (isForPeople(request)) {
                leave(request);
                response.sendRedirect("/login?error=" + reason(refusal));
            } else {
                problems.commence(request, response, refusal);
            }
            return;
        }
        if (signedIn.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = signedIn.get().caller();
        long wait = callers.take(caller.user());
        if (wait > 0) {
            problems.tooMany(response, wait, "Too many requests of one caller.");
        } else if (signedIn.get().mustChangePassword()
                && !isPossibleBeforePasswordChange(request.getRequestURI())) {
            if (isForPeople(request)) {
                response.sendRedirect(PASSWORD_PAGE);
                return;
            }
            problems.write(
                    response,
                    Problem.of(
                            ProblemCode.PASSWORD_CHANGE_REQUIRED,
                            "Set a password of your own first: POST /api/v1/me/password."));
        } else {
            go(caller, request, response, chain);
        }
    }

    private static String reason(Refusal refusal) {
        return switch (refusal.code()) {
            case SIGN_IN_EXPIRED -> "expired";
            case TOKEN_NOT_ACCEPTED -> "claims";
            default -> "locked";
        };
    }

    private static boolean isPossibleBeforePasswordChange(String path) {
        return BEFORE_PASSWORD_CHANGE.contains(path) || path.startsWith("/assets/");
    }

    /** Pages are shown to people, who are led to where they can go on. */
    private static boolean isForPeople(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/")
                && !path.startsWith("/v3/")
                && !path.startsWith("/actuator/");
    }

    private static void leave(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    private static void go(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        String what = request.getRequestURI() + (query == null ? "" : "?" + query);
        try {
            CurrentCaller.<Boolean, Exception>as(
                    caller,
                    what,
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<SignedIn> signedIn(@Nullable Authentication authentication) {
        return switch (authentication) {
            case SignedIn s when s.isWithPassword() -> Optional.of(asItStands(s));
            case SignedIn s -> Optional.of(s);
            case OAuth2AuthenticationToken t -> Optional.of(asTheIssuerSaid(t));
            case null, default -> Optional.empty();
        };
    }

    /** The issuer is not asked again, so it is not believed for ever. */
    private SignedIn asTheIssuerSaid(OAuth2AuthenticationToken session) {
        if (session.getPrincipal() instanceof OidcUser user
                && user.getIssuedAt() != null
                && user.getIssuedAt().plus(believeIssuerFor).isBefore(clock.instant())) {
            throw new Refusal(
                    ProblemCode.SIGN_IN_EXPIRED, "The sign-in is too long ago; sign in anew.");
        }
        return new SignedIn(claims.caller(session.getPrincipal().getAttributes()), false, false);
    }

    private SignedIn asItStands(SignedIn session) {
        return known.account(session.caller().user())
                .filter(account -> !account.isLocked(clock.instant()))
                .map(account -> new SignedIn(account.caller(), true, account.mustChangePassword()))
                .orElseThrow(() ->
                        new Refusal(ProblemCode.ACCOUNT_LOCKED, "The account is locked or gone."));
    }
}
