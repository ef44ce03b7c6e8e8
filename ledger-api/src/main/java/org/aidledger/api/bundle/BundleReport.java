package org.aidledger.api.bundle;

import java.util.List;

/**
 * What came of checking a bundle, in sentences for a report.
 *
 * @param subject what the bundle is of
 * @param proved what holds
 * @param wrong what does not
 * @param open what no such file can prove
 */
public record BundleReport(
        String subject, List<String> proved, List<String> wrong, List<String> open) {

    public BundleReport {
        proved = List.copyOf(proved);
        wrong = List.copyOf(wrong);
        open = List.copyOf(open);
    }

    /** Whether all of it holds. */
    public boolean holds() {
        return wrong.isEmpty();
    }
}
