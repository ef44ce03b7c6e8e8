package org.aidledger.approval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.aidledger.event.PostingId;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.FundId;

/**
 * Identity of a request for approval, fit for a URL. It follows from what is asked for, so that the
 * same request sent twice is one.
 *
 * @param value 24 lower-case hex digits
 */
public record ApprovalId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");
    private static final int BYTES = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApprovalId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "approval must be 24 hex digits, not '" + value + "'");
        }
    }

    /** That of the request to carry out a fund's command. */
    public static ApprovalId of(FundId fund, PostingId posting) {
        return of("command", fund, posting.value());
    }

    /** That under which a proposed adjustment of a fund's plan waits for its signatures. */
    public static ApprovalId of(FundId fund, AdjustmentId adjustment) {
        return of("adjustment", fund, adjustment.value());
    }

    private static ApprovalId of(String kind, FundId fund, String name) {
        try {
            byte[] text = (kind + "\n" + fund + "\n" + name).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new ApprovalId(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
