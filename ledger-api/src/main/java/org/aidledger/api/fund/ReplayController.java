package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.fund.FundId;
import org.aidledger.posting.Entry;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.replay.ReplayReport;
import org.aidledger.projections.replay.ReplayStep;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recomputes a fund from its events alone, step by step, and compares with the read side. */
@RestController
@Needs(Right.TRAIL)
class ReplayController {

    private final Replay replay;
    private final Ndjson ndjson;

    ReplayController(Replay replay, Ndjson ndjson) {
        this.replay = replay;
        this.ndjson = ndjson;
    }

    /**
     * One step.
     *
     * @param event the event's components, as stored
     * @param entries what it posts
     * @param after the fund's sums with it and all before it
     */
    record Step(
            long position,
            String eventId,
            long sequence,
            String type,
            LocalDate effective,
            Instant recorded,
            @JsonRawValue String event,
            List<Entry> entries,
            Sums after) {

        static Step of(ReplayStep s) {
            return new Step(
                    s.position(),
                    s.eventId(),
                    s.sequence(),
                    s.type(),
                    s.effective(),
                    s.recorded(),
                    Components.write(s.event()),
                    s.entries(),
                    Sums.of(s.after()));
        }
    }

    /**
     * The outcome: the last line.
     *
     * @param events how many events were read
     * @param same whether the read side says the same as the events
     * @param replayed the sums from the events
     */
    record Comparison(
            FundId fund,
            LocalDate asOf,
            Instant knownAt,
            String currency,
            long events,
            boolean same,
            Sums replayed,
            List<ReplayReport.FigureDifference> differences) {

        static Comparison of(ReplayReport r) {
            return new Comparison(
                    r.fund(),
                    r.asOf().effective(),
                    r.asOf().known(),
                    r.replayed().denomination().currency(),
                    r.events(),
                    r.same(),
                    Sums.of(r.replayed()),
                    r.differences());
        }
    }

    @GetMapping(path = "/api/v1/funds/{fund}/replay", produces = Ndjson.TYPE)
    void replay(
            @PathVariable FundId fund,
            @RequestParam Optional<String> until,
            HttpServletResponse response)
            throws IOException {
        Optional<LocalDate> last = until.map(text -> PointInTime.date("until", text));
        ndjson.answer(
                response,
                lines -> {
                    replay.steps(fund, last, step -> lines.line(Step.of(step)));
                    ReplayReport report =
                            replay.of(fund, last)
                                    .orElseThrow(() -> ProblemException.unknownFund(fund));
                    lines.line(Map.of("comparison", Comparison.of(report)));
                });
    }
}
