package org.aidledger.api.rebuild;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.rebuild.TableComparison;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Builds every read table again from the events and says whether it equals the live one. */
@RestController
@Needs(Right.MAINTENANCE)
class RebuildController {

    private final RebuildDesk desk;
    private final Ndjson ndjson;

    RebuildController(RebuildDesk desk, Ndjson ndjson) {
        this.desk = desk;
        this.ndjson = ndjson;
    }

    /** A line of progress: events done of events to do. */
    record Progress(long done, long of) {}

    /**
     * The outcome: the last line.
     *
     * @param position position up to which both were compared
     * @param same whether the live tables equal those rebuilt
     * @param replaced whether the rebuilt tables took the place of the live ones
     */
    record Report(
            long position,
            long events,
            boolean same,
            boolean replaced,
            long tookMillis,
            List<TableComparison> tables) {

        static Report of(RebuildReport r) {
            return new Report(
                    r.position(),
                    r.events(),
                    r.same(),
                    r.replaced(),
                    r.took().toMillis(),
                    r.tables());
        }
    }

    /**
     * Rebuilds.
     *
     * @param force whether the rebuilt tables replace the live ones even if they differ
     */
    @PostMapping(path = "/api/v1/rebuild", produces = Ndjson.TYPE)
    void rebuild(@RequestParam(defaultValue = "false") boolean force, HttpServletResponse response)
            throws IOException {
        ndjson.answer(
                response,
                lines -> {
                    RebuildReport report =
                            desk.run(
                                    (done, of) -> {
                                        lines.line(new Progress(done, of));
                                        lines.flush();
                                    },
                                    force);
                    lines.line(Map.of("report", Report.of(report)));
                });
    }
}
