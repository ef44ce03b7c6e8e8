package org.aidledger.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.aidledger.access.Caller;
import org.aidledger.access.Denial.OutsideScope;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request reach its endpoint only if the caller has the right that the endpoint needs. Pages
 * that name none ask guarded questions only, and show what those answer.
 */
public final class Doorkeeper implements HandlerInterceptor {

    private final boolean isLogPublic;

    Doorkeeper(boolean isLogPublic) {
        this.isLogPublic = isLogPublic;
    }

    /** The right that an endpoint needs, if it names one. */
    public static Optional<Right> right(HandlerMethod endpoint) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(
                                endpoint.getMethod(), Needs.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        endpoint.getBeanType(), Needs.class)))
                .map(Needs::value);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && endpoint.getBeanType().getName().startsWith("org.aidledger.api.")
                && (request.getRequestURI().startsWith("/api/") || right(endpoint).isPresent())) {
            Right needed =
                    right(endpoint)
                            .orElseThrow(() ->
                                    new RightMissing(
                                                    endpoint.getShortLogMessage(),
                                                    java.util.List.of())
                                            .asException());
            if (isLogPublic && isAboutLog(needed, request) && CurrentCaller.get().isEmpty()) {
                return true;
            }
            Caller caller = CurrentCaller.required();
            if (!caller.may(needed)) {
                throw RightMissing.of(needed.toString(), Permits.of(needed)).asException();
            }
            boolean ofAllFunds = needed == Right.MAINTENANCE || needed == Right.PAYEES;
            if (ofAllFunds && !caller.scope().isEverything()) {
                throw new OutsideScope("the whole ledger").asException();
            }
        }
        return true;
    }

    /** It holds hashes, not contents. */
    private static boolean isAboutLog(Right needed, HttpServletRequest request) {
        return needed == Right.PROOFS && request.getMethod().equals(HttpMethod.GET.name());
    }
}
