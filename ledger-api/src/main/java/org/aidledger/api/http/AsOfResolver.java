package org.aidledger.api.http;

import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.projections.status.Present;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler its point in time from the parameters {@code asOf} and {@code knownAt}. */
final class AsOfResolver implements HandlerMethodArgumentResolver {

    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";

    private final Present present;

    AsOfResolver(Present present) {
        this.present = present;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new AsOf(
                Optional.ofNullable(request.getParameter(AS_OF))
                        .map(text -> PointInTime.date(AS_OF, text))
                        .orElseGet(present::today),
                Optional.ofNullable(request.getParameter(KNOWN_AT))
                        .map(text -> PointInTime.instant(KNOWN_AT, text))
                        .orElseGet(present::known));
    }
}
