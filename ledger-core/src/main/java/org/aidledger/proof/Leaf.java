package org.aidledger.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What of an event is hashed: a few lines of text that name it, and the hashes of its content. So
 * an entry of the log is small whatever the event, and the whole log can be given away without
 * giving away what the events say.
 *
 * @param position place in the order of all events
 * @param recorded when the ledger learned of it, in whole microseconds
 * @param stream aggregate that the event belongs to
 * @param sequence place within its stream
 * @param type kind of aggregate
 * @param name stored name
 * @param revision shape of the stored form
 * @param payload hash of the stored bytes
 * @param metadata likewise
 */
public record Leaf(
        long position,
        Instant recorded,
        String stream,
        long sequence,
        String eventId,
        String type,
        String name,
        String revision,
        Hash payload,
        Hash metadata) {

    /** First line: what this is, in which form. Another form needs another line. */
    public static final String FORM = "aid-ledger event v1";

    private static final int USUAL_LENGTH = 400;
    private static final int YEAR_DIGITS = 4;
    private static final int MICRO_DIGITS = 6;
    private static final int LAST_YEAR = 9999;

    /**
     * @throws IllegalArgumentException if a text is not one line, or the instant cannot be written
     */
    public Leaf {
        requireLine("stream", stream);
        requireLine("id", eventId);
        requireLine("aggregate", type);
        requireLine("type", name);
        requireLine("revision", revision);
        if (!recorded.equals(recorded.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("recorded has parts of a microsecond: " + recorded);
        }
    }

    private static void requireLine(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F) {
                throw new IllegalArgumentException(what + " is not one line of text");
            }
        }
    }

    /** The canonical bytes: UTF-8, each line ended by one newline, in this order and no other. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical text. */
    public String text() {
        StringBuilder text = new StringBuilder(USUAL_LENGTH).append(FORM).append('\n');
        line(text, "position").append(position).append('\n');
        instant(line(text, "recorded")).append('\n');
        line(text, "stream").append(stream).append('\n');
        line(text, "sequence").append(sequence).append('\n');
        line(text, "id").append(eventId).append('\n');
        line(text, "aggregate").append(type).append('\n');
        line(text, "type").append(name).append('\n');
        line(text, "revision").append(revision).append('\n');
        line(text, "payload").append(payload.hex()).append('\n');
        line(text, "metadata").append(metadata.hex()).append('\n');
        return text.toString();
    }

    private static StringBuilder line(StringBuilder text, String name) {
        return text.append(name).append(' ');
    }

    /** Such as 2024-03-01T09:15:00.123456Z, always with six decimals; quicker than a formatter. */
    private StringBuilder instant(StringBuilder text) {
        LocalDateTime at =
                LocalDateTime.ofEpochSecond(
                        recorded.getEpochSecond(), recorded.getNano(), ZoneOffset.UTC);
        if (at.getYear() < 0 || at.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("recorded is out of range: " + recorded);
        }
        digits(text, at.getYear(), YEAR_DIGITS).append('-');
        digits(text, at.getMonthValue(), 2).append('-');
        digits(text, at.getDayOfMonth(), 2).append('T');
        digits(text, at.getHour(), 2).append(':');
        digits(text, at.getMinute(), 2).append(':');
        digits(text, at.getSecond(), 2).append('.');
        return digits(text, at.getNano() / 1000, MICRO_DIGITS).append('Z');
    }

    private static StringBuilder digits(StringBuilder text, int value, int count) {
        String digits = Integer.toString(value);
        return text.repeat('0', count - digits.length()).append(digits);
    }

    /** Its hash in the tree. */
    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }
}
