package org.aidledger.benchmarks;

import java.time.LocalDate;
import java.util.Set;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.money.Money;

/** The commands that every contestant is given, or whose event it stores. */
public final class Work {

    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static final Money AMOUNT = Money.of("1.00", "CNY");

    private Work() {}

    public static OpenFund open(FundId fund) {
        return new OpenFund(
                fund,
                voucher("open"),
                "浙江对口支援阿克苏 2024",
                "浙江省",
                "阿克苏地区",
                2024,
                Mode.STRICT,
                2,
                Set.of(Channel.LOCAL),
                Money.of("9000000000000.00", "CNY"));
    }

    public static Receive receive(FundId fund, String postingId) {
        return new Receive(fund, voucher(postingId), AMOUNT);
    }

    private static Voucher voucher(String postingId) {
        return Voucher.of(postingId, DAY, "财务处 王芳");
    }
}
