package org.aidledger.api.rebuild;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.rebuild.RebuildReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rebuilds one at a time, and remembers how the last one went, until the program ends. */
@Component
public class RebuildDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildDesk.class);

    /** Before any rebuild. */
    private static final Status NONE = new Status(false, 0, 0, Optional.empty(), "");

    private final AtomicReference<Status> status = new AtomicReference<>(NONE);
    private final Rebuild rebuild;

    RebuildDesk(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /**
     * How it stands.
     *
     * @param done events built so far
     * @param of events to build
     * @param report of the last one that came to its end
     * @param error what ended the last one before that; else empty
     */
    public record Status(
            boolean running, long done, long of, Optional<RebuildReport> report, String error) {}

    public Status status() {
        return status.get();
    }

    /**
     * Rebuilds, and returns when it is done.
     *
     * @param force whether the rebuilt tables replace the live ones even if they differ
     * @throws ProblemException if one is under way
     */
    public RebuildReport run(ProgressListener listener, boolean force) {
        begin();
        return finish(listener, force);
    }

    /**
     * Begins a rebuild and does not wait for it; the new tables replace the live ones only if both
     * are the same.
     *
     * @throws ProblemException if one is under way
     */
    public void start() {
        begin();
        Thread.ofVirtual()
                .name("rebuild")
                .start(() -> {
                    try {
                        var _ = finish((_, _) -> {}, false);
                    } catch (RuntimeException e) {
                        LOG.warn("The rebuild ended before its end: {}", e.toString());
                    }
                });
    }

    private void begin() {
        Status before = status.get();
        Status begun = new Status(true, 0, 0, before.report(), "");
        if (before.running() || !status.compareAndSet(before, begun)) {
            throw new ProblemException(
                    ProblemCode.REBUILD_RUNNING, "Wait for the rebuild under way to end.");
        }
    }

    private RebuildReport finish(ProgressListener listener, boolean force) {
        Optional<RebuildReport> earlier = status.get().report();
        String error = "cut off";
        Optional<RebuildReport> made = Optional.empty();
        try {
            RebuildReport report =
                    rebuild.run(
                            (done, of) -> {
                                status.set(new Status(true, done, of, earlier, ""));
                                listener.progress(done, of);
                            },
                            force);
            made = Optional.of(report);
            error = "";
            return report;
        } catch (RuntimeException e) {
            error = String.valueOf(e.getMessage());
            throw e;
        } finally {
            status.set(new Status(false, 0, 0, made.or(() -> earlier), error));
        }
    }
}
