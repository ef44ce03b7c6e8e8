package org.aidledger.fund;

import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Amounts as they are remembered, each with what it is counted in. */
final class MoneyMemory {

    private MoneyMemory() {}

    static void write(MemoryWriter out, Money money) {
        out.number(money.minorUnits());
        write(out, money.denomination());
    }

    static Money read(MemoryReader in) {
        return new Money(in.number(), denomination(in));
    }

    static void write(MemoryWriter out, Denomination denomination) {
        out.text(denomination.currency());
        out.number(denomination.scale());
    }

    static Denomination denomination(MemoryReader in) {
        return new Denomination(in.text(), (int) in.number());
    }
}
