package org.aidledger.api.rebuild;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.rebuild.TableComparison;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Builds every read table again from the events and says whether it equals the live one. */
@RestController
@Needs(Right.MAINTENANCE)
class RebuildController {

    private final Rebuild rebuild;
    private final Ndjson ndjson;
    private final AtomicBoolean running = new AtomicBoolean();

    RebuildController(Rebuild rebuild, Ndjson ndjson) {
        this.rebuild = rebuild;
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
        if (!running.compareAndSet(false, true)) {
            throw new ProblemException(
                    ProblemCode.REBUILD_RUNNING, "Wait for the rebuild under way to end.");
        }
        try {
            ndjson.answer(
                    response,
                    lines -> {
                        RebuildReport report =
                                rebuild.run(
                                        (done, of) -> {
                                            lines.line(new Progress(done, of));
                                            lines.flush();
                                        },
                                        force);
                        lines.line(Map.of("report", Report.of(report)));
                    });
        } finally {
            running.set(false);
        }
    }
}
