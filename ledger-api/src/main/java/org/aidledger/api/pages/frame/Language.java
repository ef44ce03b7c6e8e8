package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Chinese, unless the address or a cookie says English. */
final class Language implements LocaleResolver, HandlerInterceptor {

    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> Cookies.get(request, PARAMETER).flatMap(Language::known))
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
    }

    /** What the address says is remembered. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request).ifPresent(l -> Cookies.set(response, PARAMETER, l.getLanguage()));
        Unit.asked(request).ifPresent(u -> Cookies.set(response, Unit.PARAMETER, u.name()));
        return true;
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return Stream.ofNullable(request.getParameterValues(PARAMETER))
                .flatMap(Arrays::stream)
                .findFirst()
                .flatMap(Language::known);
    }

    private static Optional<Locale> known(String language) {
        return switch (language) {
            case "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }
}
