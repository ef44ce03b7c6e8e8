package org.aidledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.api.command.Receipts;
import org.aidledger.event.AsOf;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the endpoint does not know, since a mistyped {@code asof} would
 * otherwise silently answer with today's figures, and makes reads wait for {@code atLeast}.
 */
final class QueryGuard implements HandlerInterceptor {

    static final String AT_LEAST = "atLeast";
    static final String FORMAT = "format";

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final Receipts receipts;
    private final HttpLimits limits;
    private final Map<java.lang.reflect.Method, Set<String>> known = new ConcurrentHashMap<>();

    QueryGuard(Receipts receipts, HttpLimits limits) {
        this.receipts = receipts;
        this.limits = limits;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("org.aidledger.")) {
            refuseUnknown(request, known.computeIfAbsent(method.getMethod(), _ -> names(method)));
            String atLeast = request.getParameter(AT_LEAST);
            if (atLeast != null) {
                await(atLeast);
            }
        }
        return true;
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> names) {
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!names.contains(name)) {
                        throw new ProblemException(
                                ProblemCode.UNKNOWN_PARAMETER,
                                "There is no query parameter '%s' here; there are: %s."
                                        .formatted(name, String.join(", ", names)));
                    }
                    if (values.length > 1) {
                        throw ProblemException.invalid(name, name + " is given more than once");
                    }
                    if (values[0].chars().anyMatch(Character::isISOControl)) {
                        throw ProblemException.invalid(name, name + " has a control character");
                    }
                });
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>(Set.of(AT_LEAST, FORMAT));
        Arrays.stream(method.getMethodParameters()).flatMap(QueryGuard::names).forEach(names::add);
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == AsOf.class) {
            return Stream.of(AsOfResolver.AS_OF, AsOfResolver.KNOWN_AT);
        }
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of(PagingResolver.CURSOR, PagingResolver.LIMIT);
        }
        return MergedAnnotations.from(parameter.getParameterAnnotations()).stream(
                        RequestParam.class)
                .map(found -> found.getString("name"))
                .map(name -> name.isEmpty() ? parameter.getParameter().getName() : name);
    }

    private void await(String atLeast) {
        if (!POSITION.matcher(atLeast).matches()) {
            throw ProblemException.invalid(
                    AT_LEAST, "atLeast must be the position of a posting, not '" + atLeast + "'");
        }
        if (!receipts.isVisible(Long.parseLong(atLeast), limits.readYourWrites())) {
            throw new ProblemException(
                    ProblemCode.READ_SIDE_BEHIND,
                    "The figures do not hold position %s yet.".formatted(atLeast));
        }
    }
}
