package org.aidledger.api.sample;

import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.SampleId;

/**
 * A wish to draw a sample.
 *
 * @param asOf last business date of the population, empty for today
 * @param knownAt last recorded instant of the population, empty for all that is known
 * @param design {@code random:ITEMS}, {@code monetary-unit:INTERVAL CURRENCY}, or {@code
 *     monetary-unit:HITS} for the interval that gives so many hits
 * @param seed empty for one that the ledger makes up
 */
public record Drawing(
        SampleId sample,
        Voucher voucher,
        FundId fund,
        String asOf,
        String knownAt,
        PopulationKind population,
        String design,
        String seed) {
    public Drawing {
        asOf = Texts.optional("asOf", asOf, 10);
        knownAt = Texts.optional("knownAt", knownAt, 40);
        design = Texts.required("design", design, 60);
        seed = Texts.optional("seed", seed, 100);
    }
}
