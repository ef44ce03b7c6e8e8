package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A project of the Aksu fund with the course it takes. Amounts are in 万元.
 *
 * @param n its place in the list, from 0
 * @param disbursed net disbursed by 30 June
 * @param worked value of the work done by 30 June
 * @param start when works began, empty if they never did within the year
 * @param contract contract sum, 0 without a contract
 * @param closing whether it is completed, accepted and closed within the year
 */
record AksuProject(
        Site site,
        int n,
        long disbursed,
        long worked,
        Optional<LocalDate> start,
        long contract,
        boolean closing) {

    static final LocalDate HALF = LocalDate.of(2024, 6, 30);

    boolean startedByHalf() {
        return start.filter(d -> !d.isAfter(HALF)).isPresent();
    }

    long firstTranche() {
        return disbursed * 40 / 100;
    }

    long secondTranche() {
        return disbursed * 35 / 100;
    }

    long thirdTranche() {
        return disbursed - firstTranche() - secondTranche();
    }

    /** What is left to disburse after June. */
    long rest() {
        return site.planned() - disbursed;
    }

    /** Paid before June, out of the first tranche. */
    long firstPayment() {
        return firstTranche() * 80 / 100;
    }

    /** Paid in June, out of the second. */
    long secondPayment() {
        return secondTranche() * 60 / 100;
    }

    boolean hasContract() {
        return contract > 0;
    }
}
