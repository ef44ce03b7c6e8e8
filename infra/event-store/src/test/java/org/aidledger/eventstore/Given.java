package org.aidledger.eventstore;

import java.time.LocalDate;
import java.util.Set;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.money.Money;

/** Commands that the tests of this module send. */
public final class Given {

    public static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private Given() {}

    public static Voucher voucher(String postingId) {
        return Voucher.of(postingId, DAY, "财务处 王芳");
    }

    public static OpenFund open(FundId fund) {
        return new OpenFund(
                fund,
                voucher("open-" + fund),
                "浙江对口支援阿克苏 2024",
                "浙江省",
                "阿克苏地区",
                2024,
                Mode.STRICT,
                2,
                Set.of(Channel.LOCAL, Channel.BINGTUAN),
                Money.of("1000000.00", "CNY"));
    }

    public static Receive receive(FundId fund, String postingId, String amount) {
        return new Receive(fund, voucher(postingId), Money.of(amount, "CNY"));
    }
}
