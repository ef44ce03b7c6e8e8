package org.aidledger.projections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.PostingId;
import org.aidledger.event.Recorded;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingState;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.FundState;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.fund.Review;
import org.aidledger.money.Money;

/** A fund's story told in commands, decided and recorded as the ledger would. */
final class Story {

    final FundId fund;
    private final FundState state = new FundState();
    private final Map<String, FindingState> findings = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();
    private final List<Recorded<LedgerEvent>> untold = new ArrayList<>();
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");

    Story(String fund) {
        this.fund = new FundId(fund);
    }

    static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    static Voucher on(String date, String postingId) {
        return Voucher.of(postingId, LocalDate.parse(date), "财务处 王芳");
    }

    static Voucher withPapers(String date, String postingId) {
        return new Voucher(
                new PostingId(postingId),
                LocalDate.parse(date),
                new Actor("财务处 王芳"),
                List.of(new Actor("处长 李强")),
                List.of(new DocumentRef("minutes", "会议纪要〔2024〕7号", "")),
                "按进度");
    }

    /** The instant from which on events are recorded. */
    Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Story open(Mode mode, String authorised) {
        return then(
                new OpenFund(
                        fund,
                        on("2024-01-01", "open"),
                        "浙江对口支援阿克苏 2024",
                        "浙江省",
                        "阿克苏地区",
                        2024,
                        mode,
                        2,
                        EnumSet.of(Channel.LOCAL),
                        cny(authorised)));
    }

    /** Enrols a project and passes its three reviews. */
    Story enrol(ProjectId id, String category, String place, boolean livelihood, String planned) {
        then(
                new EnrolProject(
                        fund,
                        on("2024-01-02", "enrol-" + id),
                        id,
                        new ProjectProfile(
                                "项目 " + id,
                                category,
                                place,
                                Channel.LOCAL,
                                Kind.NEW,
                                Delivery.CHEQUE,
                                true,
                                livelihood,
                                false,
                                false),
                        cny(planned),
                        cny(planned)));
        for (Review review : Review.values()) {
            then(
                    new RecordReview(
                            fund, on("2024-01-03", review + "-" + id), id, review, true, "三审表"));
        }
        return this;
    }

    Story then(FundCommand command) {
        state.decide(command)
                .forEach(e -> {
                    state.on(e);
                    record(e);
                });
        return this;
    }

    Story then(FindingCommand command) {
        FindingState finding = findings.computeIfAbsent(command.stream(), _ -> new FindingState());
        finding.decide(command)
                .forEach(e -> {
                    finding.on(e);
                    record(e);
                });
        return this;
    }

    private void record(LedgerEvent event) {
        now = now.plusSeconds(60);
        String id = event.stream() + "/" + events.size();
        Recorded<LedgerEvent> recorded =
                new Recorded<>(
                        events.size(),
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
                        sequences.merge(event.stream(), 1L, Long::sum) - 1,
                        now,
                        event);
        events.add(recorded);
        untold.add(recorded);
    }

    List<Recorded<LedgerEvent>> events() {
        return List.copyOf(events);
    }

    /** The events since this was last asked. */
    List<Recorded<LedgerEvent>> more() {
        List<Recorded<LedgerEvent>> more = List.copyOf(untold);
        untold.clear();
        return more;
    }
}
