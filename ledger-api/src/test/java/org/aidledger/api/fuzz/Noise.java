package org.aidledger.api.fuzz;

import static org.aidledger.api.fuzz.Values.one;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Takes bytes to pieces and puts them together wrongly. */
final class Noise {

    private static final List<String> TOKENS =
            List.of(
                    "\0",
                    "\r",
                    "\n",
                    "\r\n",
                    "\"",
                    "\"\"",
                    ",",
                    ";",
                    "\t",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "null",
                    "<",
                    ">",
                    "</",
                    "/>",
                    "&amp;",
                    "&#0;",
                    "&#x10ffff;",
                    "]]>",
                    "<![CDATA[",
                    "<!--",
                    "-->",
                    "<?xml version=\"1.0\"?>",
                    "<!DOCTYPE a [<!ENTITY e \"e\">]>",
                    "&e;",
                    "\ufeff",
                    "=",
                    "-",
                    "0",
                    "1e400",
                    "-1",
                    "99999999999999999999",
                    "\u2014 ",
                    " ");

    private final SplittableRandom random;

    Noise(SplittableRandom random) {
        this.random = random;
    }

    /** One to four changes. */
    byte[] spoiled(byte[] bytes) {
        byte[] spoiled = random.nextInt(16) == 0 ? recoded(bytes) : bytes;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            spoiled = once(spoiled);
        }
        return spoiled;
    }

    /** In another encoding, with or without its mark. */
    private byte[] recoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.getBytes(Charset.forName("GB18030"));
            case 3 -> utf8("\ufeff\ufeff" + text);
            case 4 -> text.getBytes(Charset.forName("UTF-32"));
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private byte[] once(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = at + (bytes.length == at ? 0 : random.nextInt(Math.min(64, bytes.length - at)));
        return switch (random.nextInt(12)) {
            case 0 -> flipped(bytes, at);
            case 1 -> spliced(bytes, at, to, new byte[0]);
            case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 3 -> spliced(bytes, at, at, utf8(one(TOKENS, random)));
            case 4 -> spliced(bytes, at, to, utf8(one(TOKENS, random)));
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> spliced(bytes, at, at, one(Nasty.NOT_UTF8, random));
            case 7 -> lines(bytes);
            case 8, 9, 10 -> word(bytes, at);
            default -> spliced(bytes, at, to, utf8(one(one(NASTY, random), random)));
        };
    }

    private static final List<List<String>> NASTY =
            List.of(
                    Nasty.NUMBERS,
                    Nasty.DATES,
                    Nasty.CONTROL,
                    Nasty.UNICODE,
                    Nasty.PATHS,
                    Nasty.TEMPLATES,
                    Nasty.JSON);

    /** Another word where one stands, so that the form stays whole. */
    private byte[] word(byte[] bytes, int at) {
        int from = at;
        int to = at;
        while (from > 0 && isOfWord(bytes[from - 1])) {
            from--;
        }
        while (to < bytes.length && isOfWord(bytes[to])) {
            to++;
        }
        return spliced(bytes, from, to, utf8(one(one(NASTY, random), random)));
    }

    private static boolean isOfWord(byte b) {
        return b < 0 || Character.isLetterOrDigit(b) || b == '-' || b == '.';
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(with);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    /** A line lost, doubled, moved, or very long. */
    private byte[] lines(byte[] bytes) {
        List<String> lines =
                new ArrayList<>(
                        List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> lines.set(one, lines.set(other, lines.get(one)));
            case 3 -> lines.set(one, lines.get(one) + "x".repeat(1 << random.nextInt(18)));
            default -> lines.add(one, "");
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
