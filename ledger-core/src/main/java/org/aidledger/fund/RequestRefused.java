package org.aidledger.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.money.Money;
import org.aidledger.rejection.Rejection;

/** Refusals that hold in every fund, strict or observed. */
public sealed interface RequestRefused extends FundRejection {

    record FundUnknown(FundId fund) implements RequestRefused {
        @Override
        public String code() {
            return "FUND_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no fund " + fund + "; open it first.";
        }
    }

    record FundAlreadyOpen(FundId fund) implements RequestRefused {
        @Override
        public String code() {
            return "FUND_ALREADY_OPEN";
        }

        @Override
        public String message() {
            return "Fund " + fund + " is open already; choose another id.";
        }
    }

    /**
     * @param fields the components in which the two requests differ
     * @param sequence of the first event of the earlier one, in the fund's stream
     */
    record PostingIdReused(PostingId postingId, List<String> fields, long sequence)
            implements RequestRefused {
        @Override
        public String code() {
            return "POSTING_ID_REUSED";
        }

        @Override
        public String message() {
            return "Posting id %s was used before with other content; it differs in: %s."
                    .formatted(postingId, String.join(", ", fields));
        }
    }

    /**
     * @param need what the fund has settled that two people must stand behind
     * @param actor who cannot be the second one
     */
    record ApprovalMissing(String need, Actor actor) implements RequestRefused {
        @Override
        public String code() {
            return "APPROVAL_MISSING";
        }

        @Override
        public String message() {
            return ("Four eyes: %s needs the approval of somebody other than %s. Ask for it: send the same"
                            + " request with the header 'Prefer: request-approval', or 'aidledger"
                            + " post --ask'.")
                    .formatted(need, actor);
        }
    }

    record CurrencyMismatch(String given, String expected) implements RequestRefused {
        @Override
        public String code() {
            return "CURRENCY_MISMATCH";
        }

        @Override
        public String message() {
            return "The fund counts in " + expected + ", not in " + given + ".";
        }
    }

    record TooManyDecimals(Money amount, int scale) implements RequestRefused {
        @Override
        public String code() {
            return "TOO_MANY_DECIMALS";
        }

        @Override
        public String message() {
            return "%s has more than the %s decimals in which the fund counts."
                    .formatted(amount, scale);
        }
    }

    record AmountNotPositive(Money amount) implements RequestRefused {
        @Override
        public String code() {
            return "AMOUNT_NOT_POSITIVE";
        }

        @Override
        public String message() {
            return "The amount must be above zero, not " + amount + ".";
        }
    }

    record AmountNegative(Money amount) implements RequestRefused {
        @Override
        public String code() {
            return "AMOUNT_NEGATIVE";
        }

        @Override
        public String message() {
            return "The amount must be zero or more, not " + amount + ".";
        }
    }

    record AmountZero() implements RequestRefused {
        @Override
        public String code() {
            return "AMOUNT_ZERO";
        }

        @Override
        public String message() {
            return "The amount must be above or below zero.";
        }
    }

    record AmountTooLarge(Money amount, Money most) implements RequestRefused {
        @Override
        public String code() {
            return "AMOUNT_TOO_LARGE";
        }

        @Override
        public String message() {
            return "%s is more than the ledger can still count in this fund; at most %s."
                    .formatted(amount, most);
        }
    }

    record PeriodClosed(LocalDate effective, LocalDate firstOpenDay) implements RequestRefused {
        @Override
        public String code() {
            return "PERIOD_CLOSED";
        }

        @Override
        public String message() {
            return "%s lies in a closed period; the first open day is %s."
                    .formatted(effective, firstOpenDay);
        }
    }

    record PeriodAlreadyClosed(LocalDate through) implements RequestRefused {
        @Override
        public String code() {
            return "PERIOD_ALREADY_CLOSED";
        }

        @Override
        public String message() {
            return "The period is closed through " + through + " already; name a later day.";
        }
    }

    record PeriodNotClosed(LocalDate from) implements RequestRefused {
        @Override
        public String code() {
            return "PERIOD_NOT_CLOSED";
        }

        @Override
        public String message() {
            return from + " is open; there is nothing to reopen from that day.";
        }
    }

    record ProjectUnknown(ProjectId project) implements RequestRefused {
        @Override
        public String code() {
            return "PROJECT_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no project " + project + " in this fund; enrol it first.";
        }
    }

    record BeforeOpening(LocalDate effective, LocalDate earliest) implements RequestRefused {
        @Override
        public String code() {
            return "BEFORE_OPENING";
        }

        @Override
        public String message() {
            return "The fund is open from %s on; nothing can be dated %s."
                    .formatted(earliest, effective);
        }
    }

    record BeforeEnrolment(ProjectId project, LocalDate effective, LocalDate earliest)
            implements RequestRefused {
        @Override
        public String code() {
            return "BEFORE_ENROLMENT";
        }

        @Override
        public String message() {
            return "Project %s is enrolled from %s on; nothing of it can be dated %s."
                    .formatted(project, earliest, effective);
        }
    }

    record ProjectAlreadyEnrolled(ProjectId project) implements RequestRefused {
        @Override
        public String code() {
            return "PROJECT_ALREADY_ENROLLED";
        }

        @Override
        public String message() {
            return "Project " + project + " is enrolled already; choose another id.";
        }
    }

    record ChannelNotOfFund(Channel channel, Set<Channel> channels) implements RequestRefused {
        @Override
        public String code() {
            return "CHANNEL_NOT_OF_FUND";
        }

        @Override
        public String message() {
            return "The fund has no channel " + channel + "; it has " + channels + ".";
        }
    }

    record ProjectCancelled(ProjectId project) implements RequestRefused {
        @Override
        public String code() {
            return "PROJECT_CANCELLED";
        }

        @Override
        public String message() {
            return "Project " + project + " was cancelled by a review.";
        }
    }

    record ProjectInPlan(ProjectId project, LocalDate since) implements RequestRefused {
        @Override
        public String code() {
            return "PROJECT_IN_PLAN";
        }

        @Override
        public String message() {
            return "Project %s is in the plan since %s; propose an adjustment instead."
                    .formatted(project, since);
        }
    }

    record PlanAlreadyIssued(int version) implements RequestRefused {
        @Override
        public String code() {
            return "PLAN_ALREADY_ISSUED";
        }

        @Override
        public String message() {
            return "The plan stands at version %s; only an adjustment changes it."
                    .formatted(version);
        }
    }

    record PlanNotIssued() implements RequestRefused {
        @Override
        public String code() {
            return "PLAN_NOT_ISSUED";
        }

        @Override
        public String message() {
            return "No plan is issued yet; there is nothing to adjust.";
        }
    }

    record NothingToPlan() implements RequestRefused {
        @Override
        public String code() {
            return "NOTHING_TO_PLAN";
        }

        @Override
        public String message() {
            return "No enrolled project may enter the plan: all are cancelled or deferred.";
        }
    }

    record AdjustmentUnknown(AdjustmentId adjustment) implements RequestRefused {
        @Override
        public String code() {
            return "ADJUSTMENT_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no adjustment " + adjustment + "; propose it first.";
        }
    }

    record AdjustmentExists(AdjustmentId adjustment) implements RequestRefused {
        @Override
        public String code() {
            return "ADJUSTMENT_EXISTS";
        }

        @Override
        public String message() {
            return "Adjustment " + adjustment + " was proposed already; choose another id.";
        }
    }

    record AdjustmentSettled(AdjustmentId adjustment) implements RequestRefused {
        @Override
        public String code() {
            return "ADJUSTMENT_SETTLED";
        }

        @Override
        public String message() {
            return "Adjustment " + adjustment + " is approved already.";
        }
    }

    record AdjustmentIsDropped(AdjustmentId adjustment) implements RequestRefused {
        @Override
        public String code() {
            return "ADJUSTMENT_DROPPED";
        }

        @Override
        public String message() {
            return "Adjustment " + adjustment + " was given up; propose another one.";
        }
    }

    record AlreadyAgreed(AdjustmentId adjustment, Party party) implements RequestRefused {
        @Override
        public String code() {
            return "ALREADY_AGREED";
        }

        @Override
        public String message() {
            return party + " agreed to adjustment " + adjustment + " already.";
        }
    }

    record PlannedBelowZero(ProjectId project, Money change, Money planned)
            implements RequestRefused {
        @Override
        public String code() {
            return "PLANNED_BELOW_ZERO";
        }

        @Override
        public String message() {
            return "%s has %s planned; it cannot change by %s.".formatted(project, planned, change);
        }
    }

    record NothingUnspent(ProjectId project) implements RequestRefused {
        @Override
        public String code() {
            return "NOTHING_UNSPENT";
        }

        @Override
        public String message() {
            return "Project " + project + " has nothing unspent to take back on that day.";
        }
    }

    record PostingUnknown(PostingId posting) implements RequestRefused {
        @Override
        public String code() {
            return "POSTING_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no money posting " + posting + " in this fund.";
        }
    }

    record AlreadyReversed(PostingId posting, PostingId by) implements RequestRefused {
        @Override
        public String code() {
            return "ALREADY_REVERSED";
        }

        @Override
        public String message() {
            return "Posting " + posting + " was reversed already, by " + by + ".";
        }
    }

    record NotReversible(PostingId posting) implements RequestRefused {
        @Override
        public String code() {
            return "NOT_REVERSIBLE";
        }

        @Override
        public String message() {
            return "Posting " + posting + " is itself a reversal; post it anew instead.";
        }
    }

    record ReversalTooEarly(LocalDate effective, LocalDate earliest) implements RequestRefused {
        @Override
        public String code() {
            return "REVERSAL_TOO_EARLY";
        }

        @Override
        public String message() {
            return "A reversal cannot be dated %s, before what it mirrors; earliest is %s."
                    .formatted(effective, earliest);
        }
    }

    record AlreadyRecorded(String what, ProjectId project, LocalDate on) implements RequestRefused {
        @Override
        public String code() {
            return "ALREADY_RECORDED";
        }

        @Override
        public String message() {
            return "%s of %s was recorded already, for %s.".formatted(what, project, on);
        }
    }

    record NumberTaken(String what, String number) implements RequestRefused {
        @Override
        public String code() {
            return "NUMBER_TAKEN";
        }

        @Override
        public String message() {
            return what + " " + number + " is recorded already; choose another number.";
        }
    }

    record AlreadyFrozen(ProjectId project, LocalDate since) implements RequestRefused {
        @Override
        public String code() {
            return "ALREADY_FROZEN";
        }

        @Override
        public String message() {
            return "Project " + project + " is frozen since " + since + ".";
        }
    }

    /**
     * @param earliest the day the last freeze was lifted
     */
    record FreezeTooEarly(ProjectId project, LocalDate effective, LocalDate earliest)
            implements RequestRefused {
        @Override
        public String code() {
            return "FREEZE_TOO_EARLY";
        }

        @Override
        public String message() {
            return "A freeze of %s cannot be dated %s, before the last one was lifted; earliest is %s."
                    .formatted(project, effective, earliest);
        }
    }

    record NotFrozen(ProjectId project) implements RequestRefused {
        @Override
        public String code() {
            return "NOT_FROZEN";
        }

        @Override
        public String message() {
            return "Project " + project + " is not frozen on that day.";
        }
    }

    /**
     * A batch that had to be taken whole was refused because of one line.
     *
     * @param line the line, counted from 1
     * @param cause why that line was refused
     */
    record BatchRefused(int line, Rejection cause) implements RequestRefused {
        @Override
        public String code() {
            return "BATCH_REFUSED";
        }

        @Override
        public String message() {
            return "Nothing of the batch was posted; line %s: %s".formatted(line, cause.message());
        }
    }
}
