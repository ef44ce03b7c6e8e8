package org.aidledger.api.demo;

import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Amounts in 万元, the unit in which plans are written. */
final class Wan {

    private static final Denomination CNY = Denomination.of("CNY");
    private static final long FEN = 1_000_000;

    private Wan() {}

    static Money of(long wan) {
        return new Money(Math.multiplyExact(wan, FEN), CNY);
    }

    static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100), CNY);
    }
}
