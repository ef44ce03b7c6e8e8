package org.aidledger.api.pages.post;

import java.math.BigDecimal;

/** Writes amounts of yuan in Chinese capitals, as vouchers and cheques do: 壹佰贰拾伍万元整. */
final class Capitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "兆", "京"};
    private static final int GROUP = 10_000;

    private Capitals() {}

    /**
     * An amount in capitals.
     *
     * @param yuan zero or more; what is behind two decimals is left out
     */
    static String of(BigDecimal yuan) {
        long fen = yuan.movePointRight(2).longValue();
        long whole = fen / 100;
        int jiao = (int) (fen % 100 / 10);
        int last = (int) (fen % 10);
        StringBuilder text = new StringBuilder();
        if (whole > 0 || fen == 0) {
            text.append(whole(whole)).append('元');
        }
        if (jiao == 0 && last == 0) {
            return text.append('整').toString();
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (whole > 0) {
            text.append('零');
        }
        if (last > 0) {
            text.append(DIGITS.charAt(last)).append('分');
        } else {
            text.append('整');
        }
        return text.toString();
    }

    private static String whole(long number) {
        if (number == 0) {
            return "零";
        }
        StringBuilder text = new StringBuilder();
        long rest = number;
        boolean gap = false;
        for (int group = 0; rest > 0; group++) {
            int part = (int) (rest % GROUP);
            rest /= GROUP;
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            String written = part(part) + GROUPS[group];
            text.insert(0, written + (gap ? "零" : ""));
            gap = part < GROUP / 10 && rest > 0;
        }
        return text.toString();
    }

    /** Up to four digits; zeros between digits are read once, at the end not at all. */
    private static String part(int number) {
        StringBuilder text = new StringBuilder();
        int rest = number;
        boolean zero = false;
        for (int place = 0; rest > 0; place++) {
            int digit = rest % 10;
            rest /= 10;
            if (digit == 0) {
                zero = !text.isEmpty();
            } else {
                text.insert(0, DIGITS.charAt(digit) + PLACES[place] + (zero ? "零" : ""));
                zero = false;
            }
        }
        return text.toString();
    }
}
