package org.aidledger.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Something happened to the fund itself. */
public sealed interface GovernanceEvent extends FundEvent {

    /** The fund was opened; the opening authority is posted. */
    @StoredAs("fund.opened")
    record FundOpened(
            FundId fund,
            Voucher voucher,
            String name,
            String donor,
            String recipient,
            int fiscalYear,
            Mode mode,
            int scale,
            Set<Channel> channels,
            Money authorised,
            Organisation organisation)
            implements GovernanceEvent {

        /** A fund of no organisation in particular. */
        public FundOpened(
                FundId fund,
                Voucher voucher,
                String name,
                String donor,
                String recipient,
                int fiscalYear,
                Mode mode,
                int scale,
                Set<Channel> channels,
                Money authorised) {
            this(
                    fund,
                    voucher,
                    name,
                    donor,
                    recipient,
                    fiscalYear,
                    mode,
                    scale,
                    channels,
                    authorised,
                    Organisation.NONE);
        }

        public FundOpened {
            channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
        }

        /** The currency and scale in which the fund counts. */
        public Denomination denomination() {
            return authorised.denomination();
        }
    }

    @StoredAs("fund.policy-set")
    record PolicySet(FundId fund, Voucher voucher, PolicyItem item, BigDecimal value)
            implements GovernanceEvent {}

    @StoredAs("fund.period-closed")
    record PeriodClosed(FundId fund, Voucher voucher, LocalDate through)
            implements GovernanceEvent {}

    @StoredAs("fund.period-reopened")
    record PeriodReopened(FundId fund, Voucher voucher, LocalDate from, String reason)
            implements GovernanceEvent {}

    @StoredAs("fund.handed-over")
    record HandedOver(
            FundId fund,
            Voucher voucher,
            String fromBatch,
            String toBatch,
            String assets,
            String archives)
            implements GovernanceEvent {}

    @StoredAs("fund.figures-stated")
    record FiguresStated(FundId fund, Voucher voucher, String source, List<StatedFigures> figures)
            implements GovernanceEvent {
        public FiguresStated {
            figures = List.copyOf(figures);
        }
    }

    /**
     * What was just recorded under the same voucher breaks a rule; it is kept all the same.
     *
     * @param code permanent code of the rule, as in refusals
     * @param subject the project it concerns, or the fund
     * @param message what a strict fund would have answered
     */
    @StoredAs("fund.breach-noted")
    record BreachNoted(FundId fund, Voucher voucher, String code, String subject, String message)
            implements GovernanceEvent {}
}
