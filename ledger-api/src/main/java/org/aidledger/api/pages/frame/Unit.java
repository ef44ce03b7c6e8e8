package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In what amounts are shown; what is shown behind the decimals is always rounded half up. */
public enum Unit {
    ONE(0),
    /** 万. */
    WAN(4),
    MILLION(6),
    /** 亿. */
    YI(8);

    static final String PARAMETER = "unit";

    private final int zeros;

    Unit(int zeros) {
        this.zeros = zeros;
    }

    /** How many zeros of an amount are left out. */
    int zeros() {
        return zeros;
    }

    /** Those that a language counts in; the second is what its readers see at first. */
    static List<Unit> of(Locale locale) {
        return isChinese(locale) ? List.of(ONE, WAN, YI) : List.of(ONE, MILLION, WAN);
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    static Optional<Unit> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Unit::named);
    }

    static Unit of(HttpServletRequest request, Locale locale) {
        return asked(request)
                .or(() -> Cookies.get(request, PARAMETER).flatMap(Unit::named))
                .filter(of(locale)::contains)
                .orElse(of(locale).get(1));
    }

    private static Optional<Unit> named(String name) {
        return Arrays.stream(values()).filter(u -> u.name().equals(name)).findFirst();
    }
}
