package org.aidledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A ledger in a JVM of its own, which can be killed. */
final class OtherLedger implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private OtherLedger(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    static OtherLedger startOn(Path folder) throws IOException {
        return new OtherLedger(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherLedger.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    long pid() {
        return process.pid();
    }

    /** Its next line: where its server is, why it has none, or that an order was carried out. */
    String answer() throws IOException {
        String line = answers.readLine();
        return line == null ? "ended" : line;
    }

    void run(String... statements) throws IOException {
        for (String sql : statements) {
            orders.println(sql);
            if (!answer().equals("done")) {
                throw new IllegalStateException("the other ledger failed at: " + sql);
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its input ends, and so does it. */
    @Override
    public void close() {
        orders.close();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    // Standard output is this program's line to the test.
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        try (var server = EmbeddedPostgres.start(Path.of(args[0]));
                var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println(server.jdbcUrl());
            for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
                Sql.run(server, sql);
                System.out.println("done");
            }
        } catch (EmbeddedPostgresException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
