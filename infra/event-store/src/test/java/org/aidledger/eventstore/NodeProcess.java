package org.aidledger.eventstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;

/**
 * A node in a process of its own, which posts until it is killed and tells what was acknowledged.
 */
final class NodeProcess implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final int BATCH = 400;

    private final Process process;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread listener;

    private NodeProcess(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static NodeProcess start(Database database, FundId fund) {
        try {
            return new NodeProcess(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    NodeProcess.class.getName(),
                                    database.jdbcUrl(),
                                    database.user(),
                                    database.password(),
                                    fund.value())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.startsWith("stored "))
                    .forEach(line -> acknowledged.add(line.substring("stored ".length())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The posting ids that it had acknowledged, so far or before it was killed. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            listener.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** The process itself: single postings and batches large enough for COPY, without end. */
    public static void main(String[] arguments) {
        TestLedger ledger =
                TestLedger.start(new Database(arguments[0], arguments[1], arguments[2]));
        FundId fund = new FundId(arguments[3]);
        for (int caller = 0; caller < CALLERS; caller++) {
            String prefix = fund + "-" + caller + "-";
            boolean batches = caller % 4 == 0;
            Thread.ofPlatform().start(() -> post(ledger, fund, prefix, batches));
        }
    }

    private static void post(TestLedger ledger, FundId fund, String prefix, boolean batches) {
        for (int n = 0; ; n++) {
            List<FundCommand> lines = new ArrayList<>();
            for (int i = 0; i < (batches ? BATCH : 1); i++) {
                lines.add(Given.receive(fund, prefix + n + "." + i, "1.00"));
            }
            ledger.send(new PostBatch(fund, BatchMode.ATOMIC, lines));
            StringBuilder told = new StringBuilder();
            lines.forEach(
                    line -> told.append("stored ").append(line.voucher().postingId()).append('\n'));
            System.out.print(told);
        }
    }
}
