package org.aidledger.money;

import java.util.Optional;

/**
 * Amounts of renminbi in Chinese capitals (大写金额), as the rules for filling in bills and settlement
 * vouchers want them (中国人民银行《正确填写票据和结算凭证的基本规定》一至四).
 */
public final class Capitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long WAN = 10_000;
    private static final long YI = 100_000_000;
    private static final int FEN_OF_YUAN = 100;

    private Capitals() {}

    /** Such as 壹佰贰拾伍万元整; empty for other currencies and for parts of a fen. */
    public static Optional<String> of(Money amount) {
        if (!amount.currency().equals("CNY")) {
            return Optional.empty();
        }
        return amount.in(Denomination.of("CNY")).map(cents -> written(cents.minorUnits()));
    }

    private static String written(long cents) {
        if (cents < 0) {
            return "负" + written(-cents);
        }
        long yuan = cents / FEN_OF_YUAN;
        int jiao = (int) (cents % FEN_OF_YUAN) / 10;
        int fen = (int) (cents % 10);
        if (jiao == 0 && fen == 0) {
            return (yuan == 0 ? "零" : whole(yuan)) + "元整";
        }
        StringBuilder text = new StringBuilder();
        if (yuan > 0) {
            text.append(whole(yuan)).append('元');
            if (jiao == 0 || yuan % 10 == 0) {
                text.append('零');
            }
        }
        if (jiao > 0) {
            text.append(digit(jiao)).append('角');
        }
        if (fen > 0) {
            text.append(digit(fen)).append('分');
        }
        return text.toString();
    }

    /** A number from 1, by 亿 and 万. */
    private static String whole(long number) {
        if (number >= YI) {
            return whole(number / YI) + "亿" + rest(number % YI, YI / 10);
        }
        if (number >= WAN) {
            return whole(number / WAN) + "万" + rest(number % WAN, WAN / 10);
        }
        return group((int) number);
    }

    /** What follows a unit, with one zero where its highest place is empty. */
    private static String rest(long number, long highest) {
        if (number == 0) {
            return "";
        }
        return number < highest ? "零" + whole(number) : whole(number);
    }

    /** A number from 1 to 9999. */
    private static String group(int number) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = number / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            text.append(digit(digit)).append(PLACES[place]);
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
