package org.aidledger.api.imports.iati;

import java.util.regex.Pattern;
import org.aidledger.fund.FundId;

/**
 * What a fund is opened for: one reporting organisation, one currency, one recipient.
 *
 * @param publisherRef the organisation's reference, possibly empty
 * @param publisherName its name, which stands in where there is no reference
 * @param currency ISO 4217
 * @param recipient as in {@link Recipient#code}
 */
record FundKey(String publisherRef, String publisherName, String currency, String recipient) {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST_PART = 60;

    /** One organisation may spell its name in several ways; its reference decides. */
    FundKey {
        if (!publisherRef.isEmpty()) {
            publisherName = "";
        }
    }

    /** Such as {@code IATI-XM-DAC-928-USD-AR}. */
    FundId id() {
        String publisher =
                publisherRef.isEmpty()
                        ? "noref-" + Digest.of(publisherName).substring(0, 8)
                        : fit(publisherRef, LONGEST_PART);
        return new FundId("IATI-%s-%s-%s".formatted(publisher, currency, fit(recipient, 20)));
    }

    /** What had to be replaced or cut is made up for by a digest, so that ids stay apart. */
    private static String fit(String part, int longest) {
        String fitting = UNFIT.matcher(part).replaceAll("-");
        if (fitting.equals(part) && part.length() <= longest) {
            return part;
        }
        String cut = fitting.substring(0, Math.min(fitting.length(), longest));
        return cut + "-" + Digest.of(part).substring(0, 8);
    }
}
