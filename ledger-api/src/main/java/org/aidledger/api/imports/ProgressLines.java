package org.aidledger.api.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.api.http.Ndjson;

/** Tells progress as lines such as {@code {"done":250,"total":945,"rate":310}}, a few a second. */
final class ProgressLines implements Progress {

    private static final long NANOS_BETWEEN = 200_000_000;

    private final Ndjson.Lines lines;
    private final long begun = System.nanoTime();
    private long told = begun;

    ProgressLines(Ndjson.Lines lines) {
        this.lines = lines;
    }

    /** While the file is still being checked nothing is told, so that it can be refused as such. */
    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        boolean finished = done >= total;
        if (total == 0 || (now - told < NANOS_BETWEEN && !finished)) {
            return;
        }
        told = now;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("done", done);
        line.put("total", total);
        line.put("rate", Math.round(done * 1e9 / Math.max(1, now - begun)));
        lines.line(line);
        lines.flush();
    }
}
