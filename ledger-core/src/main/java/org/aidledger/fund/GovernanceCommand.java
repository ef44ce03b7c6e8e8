package org.aidledger.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Commands about the fund itself: opening, policy, periods, hand-over, published figures. */
public sealed interface GovernanceCommand extends FundCommand {

    /**
     * Opens a fund.
     *
     * @param name how people call it
     * @param fiscalYear 1950 to 2099
     * @param scale decimals in which the fund counts, at least those of the currency
     * @param channels the channels its projects may use, at least one
     * @param authorised the total authorised at opening, zero or more
     * @param organisation whose fund it is: decides who sees and touches it
     */
    @Becomes(GovernanceEvent.FundOpened.class)
    record OpenFund(
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
            implements GovernanceCommand {

        /** Opens a fund of no organisation in particular. */
        public OpenFund(
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

        public OpenFund {
            name = Texts.required("name", name, 300);
            donor = Texts.required("donor", donor, 300);
            recipient = Texts.required("recipient", recipient, 300);
            if (fiscalYear < 1950 || fiscalYear > 2099) {
                throw new IllegalArgumentException(
                        "fiscalYear must be from 1950 to 2099, not " + fiscalYear);
            }
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("channels must name LOCAL, BINGTUAN or both");
            }
            channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
            if (authorised.isNegative()) {
                throw new IllegalArgumentException("authorised must be zero or more");
            }
            if (authorised.in(new Denomination(authorised.currency(), scale)).isEmpty()) {
                throw new IllegalArgumentException(
                        "authorised %s does not fit the scale of %s decimals"
                                .formatted(authorised, scale));
            }
        }
    }

    /** Settles one policy item from the effective date on. */
    @Becomes(GovernanceEvent.PolicySet.class)
    record SetPolicy(FundId fund, Voucher voucher, PolicyItem item, BigDecimal value)
            implements GovernanceCommand {
        public SetPolicy {
            value = item.requireLegal(value);
        }
    }

    /** Closes all business dates up to and including a day; they take no more postings. */
    @Becomes(GovernanceEvent.PeriodClosed.class)
    record ClosePeriod(FundId fund, Voucher voucher, LocalDate through)
            implements GovernanceCommand {
        public ClosePeriod {
            Voucher.requireDate("through", through);
        }
    }

    /** Opens business dates again from a day on, for a stated reason. */
    @Becomes(GovernanceEvent.PeriodReopened.class)
    record ReopenPeriod(FundId fund, Voucher voucher, LocalDate from, String reason)
            implements GovernanceCommand {
        public ReopenPeriod {
            Voucher.requireDate("from", from);
            reason = Texts.required("reason", reason, 500);
        }
    }

    /**
     * One batch of officers hands over to the next (R29).
     *
     * @param fromBatch such as 第九批
     * @param toBatch such as 第十批
     * @param assets what was counted and handed over
     * @param archives which archives went along
     */
    @Becomes(GovernanceEvent.HandedOver.class)
    record HandOver(
            FundId fund,
            Voucher voucher,
            String fromBatch,
            String toBatch,
            String assets,
            String archives)
            implements GovernanceCommand {
        public HandOver {
            fromBatch = Texts.required("fromBatch", fromBatch, 100);
            toBatch = Texts.required("toBatch", toBatch, 100);
            assets = Texts.required("assets", assets, 2000);
            archives = Texts.required("archives", archives, 2000);
        }
    }

    /**
     * Keeps figures that somebody published about this fund, and has them checked against each
     * other; what cannot all be true is recorded as a breach.
     */
    @Becomes(GovernanceEvent.FiguresStated.class)
    record StateFigures(FundId fund, Voucher voucher, String source, List<StatedFigures> figures)
            implements GovernanceCommand {
        public StateFigures {
            source = Texts.required("source", source, 500);
            figures = List.copyOf(figures);
            if (figures.isEmpty()) {
                throw new IllegalArgumentException("figures must hold at least one statement");
            }
        }
    }
}
