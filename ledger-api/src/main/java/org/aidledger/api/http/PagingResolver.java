package org.aidledger.api.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.projections.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler its page from the parameters {@code cursor} and {@code limit}. */
final class PagingResolver implements HandlerMethodArgumentResolver {

    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<String> limit = Optional.ofNullable(request.getParameter(LIMIT));
        Cursor after =
                Optional.ofNullable(request.getParameter(CURSOR))
                        .map(PagingResolver::cursor)
                        .orElse(Cursor.START);
        return new Paging(
                after,
                limit.map(PagingResolver::number).orElse(Paging.DEFAULT_LIMIT),
                limit.isPresent());
    }

    private static int number(String text) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < 1 || number > Paging.MOST) {
            throw ProblemException.invalid(
                    LIMIT, "limit must be from 1 to " + Paging.MOST + ", not '" + text + "'");
        }
        return number;
    }

    private static Cursor cursor(String text) {
        try {
            return Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(CURSOR, String.valueOf(e.getMessage()));
        }
    }
}
