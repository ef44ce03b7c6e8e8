package org.aidledger.snapshot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 (JCS) gives it: UTF-8, no white space, names of an object in
 * the order of their UTF-16 code units, texts with the fewest escapes. The only numbers are whole
 * ones below 2^53; decimals are texts, so that no reader rounds them.
 */
final class CanonicalJson {

    private static final long MOST = 1L << 53;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The bytes of a value: a map, a list, a text, a whole number, a decimal (which becomes a
     * text), or a boolean.
     */
    static byte[] of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case Integer number -> number(number);
            case Long number -> number(number);
            case BigDecimal number -> text(plain(number));
            case Boolean is -> out.append(is);
            default -> text(value.toString());
        }
    }

    /** Without an exponent and without zeros that say nothing. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void number(long number) {
        if (number >= MOST || number <= -MOST) {
            throw new IllegalArgumentException("not every reader knows the number " + number);
        }
        out.append(number);
    }

    private void object(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(name.toString(), value));
        out.append('{');
        String between = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(between);
            text(entry.getKey());
            out.append(':');
            value(entry.getValue());
            between = ",";
        }
        out.append('}');
    }

    private void array(List<?> list) {
        out.append('[');
        String between = "";
        for (Object value : list) {
            out.append(between);
            value(value);
            between = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
