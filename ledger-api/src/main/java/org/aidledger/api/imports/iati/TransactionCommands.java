package org.aidledger.api.imports.iati;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.aidledger.api.imports.OneLine;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.money.Money;

/** Says which command a transaction becomes: the one place that knows IATI's types. */
final class TransactionCommands {

    private final Activity activity;
    private final FundId fund;
    private final ProjectId project;
    private final Optional<LocalDate> firstDisbursed;

    TransactionCommands(Activity activity, String currency) {
        this.activity = activity;
        this.fund = activity.fund(currency).id();
        this.project = new ProjectId(activity.id());
        this.firstDisbursed =
                activity.lines(currency)
                        .filter(line -> line.moves("3") && line.amount().isPositive())
                        .map(Line::date)
                        .min(Comparator.naturalOrder());
    }

    /** The command; its voucher says the rest. */
    FundCommand of(Line line, Voucher voucher) {
        Money amount = line.amount();
        if (amount.isZero()) {
            return flow(voucher, "nil-" + line.type(), amount);
        }
        return switch (line.type()) {
            case "1", "11" ->
                    amount.isPositive()
                            ? new Receive(fund, voucher, amount)
                            : new ReturnFunds(fund, voucher, amount.negated());
            case "2" ->
                    amount.isPositive()
                            ? new Allocate(fund, voucher, project, amount)
                            : reclaim(line, voucher);
            case "3" ->
                    amount.isPositive()
                            ? new Disburse(fund, voucher, project, amount)
                            : recover(line, voucher, RecoveredFrom.DISBURSEMENT);
            case "4" ->
                    amount.isPositive()
                            ? payment(line, voucher)
                            : recover(line, voucher, RecoveredFrom.PAYMENT);
            default -> flow(voucher, line.type().isEmpty() ? "none" : line.type(), amount);
        };
    }

    /**
     * An expenditure without an earlier disbursement disburses and pays. Earlier means of an
     * earlier day: the order of a day's lines in a file says nothing.
     */
    private FundCommand payment(Line line, Voucher voucher) {
        return firstDisbursed.filter(first -> first.isBefore(line.date())).isPresent()
                ? new Pay(fund, voucher, project, line.amount(), line.party())
                : new PayDirect(fund, voucher, project, line.amount(), line.party());
    }

    private Reclaim reclaim(Line line, Voucher voucher) {
        return new Reclaim(
                fund,
                voucher,
                project,
                new Portion.Exactly(line.amount().negated()),
                ReclaimReason.SURPLUS,
                asNegative(line));
    }

    private Recover recover(Line line, Voucher voucher, RecoveredFrom stage) {
        return new Recover(
                fund,
                voucher,
                project,
                line.amount().negated(),
                stage,
                "iati-negative-" + line.type(),
                asNegative(line));
    }

    private String asNegative(Line line) {
        return OneLine.of("published as a negative line: " + line.numberIn(activity.id()), 300);
    }

    private RecordFlow flow(Voucher voucher, String flow, Money amount) {
        return new RecordFlow(fund, voucher, project, OneLine.of(flow, 60), amount);
    }
}
