package org.aidledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.VerifierKey;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bulletins and snapshots. */
@Command(
        name = "snapshot",
        description = "Freeze, sign, show, compare and verify bulletins and snapshots.",
        subcommands = {
            SnapshotCommand.Freeze.class,
            SnapshotCommand.Sign.class,
            SnapshotCommand.Withdraw.class,
            SnapshotCommand.Listing.class,
            SnapshotCommand.Show.class,
            SnapshotCommand.Compare.class,
            SnapshotCommand.Verify.class,
            SnapshotCommand.Sheet.class
        },
        synopsisSubcommandLabel =
                "(freeze | sign | withdraw | list | show | compare | verify | sheet)")
final class SnapshotCommand {

    private static final String PATH = "/api/v1/snapshots";

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("snapshot", "Snapshot"),
                    Pick.text("kind", "Kind"),
                    Pick.text("asOf", "As of"),
                    Pick.time("knownAt", "Known at"),
                    Pick.text("status", "Status"),
                    Pick.text("frozenBy", "Frozen by"),
                    Pick.text("signedBy", "Signed by"),
                    Pick.text("title", "Title"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    private static String path(String snapshot) {
        return PATH + "/" + LedgerClient.encoded(snapshot);
    }

    private int post(String path, Request request, ObjectNode body) {
        request.actor.ifPresent(actor -> body.put("actor", actor));
        request.effective.ifPresent(day -> body.put("effective", day.toString()));
        request.postingId.ifPresent(id -> body.put("postingId", id));
        PostCommand.complete(body);
        return ledger.print(client -> Listed.json(client.post(path, body)));
    }

    private int print(String path) {
        return ledger.ask(client -> {
            JsonNode answer = client.get(path, new LedgerClient.Query());
            ledger.terminal().out().println(answer.toPrettyString());
            return answer.path("good").asBoolean(true) ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }

    /** Who does it, and when. */
    static final class Request {
        @Option(names = "--actor", paramLabel = "NAME", description = "Who does it (default: you).")
        private Optional<String> actor = Optional.empty();

        @Option(
                names = "--effective",
                paramLabel = "DATE",
                description = "Date on which it is done (default: today).")
        private Optional<LocalDate> effective = Optional.empty();

        @Option(
                names = "--posting-id",
                paramLabel = "ID",
                description = "The same id sent again is the same request.")
        private Optional<String> postingId = Optional.empty();
    }

    /** Freezes. */
    @Command(name = "freeze", description = "Freeze the figures of funds at a point in time.")
    static final class Freeze implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(paramLabel = "SNAPSHOT", description = "Its id, which you choose.")
        private String snapshot = "";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "MONTHLY_BULLETIN, QUARTERLY_ASSESSMENT or FREE (default).")
        private String kind = "FREE";

        @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Its title.")
        private String title = "";

        @Option(
                names = "--as-of",
                required = true,
                paramLabel = "DATE",
                description = "The cut-off date.")
        private LocalDate asOf = LocalDate.EPOCH;

        @Option(
                names = "--known-at",
                paramLabel = "INSTANT",
                description = "As known then (default: as known now).")
        private Optional<String> knownAt = Optional.empty();

        @Option(
                names = "--fund",
                paramLabel = "FUND",
                description = "A fund of it; several if given several times (default: all).")
        private List<String> funds = new ArrayList<>();

        @Option(
                names = "--ranked-by",
                paramLabel = "INDICATOR",
                description = "What ranks them (default: DISBURSEMENT_RATE).")
        private Optional<String> rankedBy = Optional.empty();

        @Mixin private final Request request = new Request();

        @Override
        public Integer call() {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            body.put("snapshot", snapshot);
            body.put("kind", kind.toUpperCase(java.util.Locale.ROOT));
            body.put("title", title);
            body.put("asOf", asOf.toString());
            knownAt.ifPresent(text -> body.put("knownAt", text));
            rankedBy.ifPresent(code -> body.put("rankedBy", code));
            ArrayNode list = body.putArray("funds");
            funds.forEach(list::add);
            return snapshots.post(PATH, request, body);
        }
    }

    /** Signs. */
    @Command(name = "sign", description = "Sign what somebody else froze.")
    static final class Sign implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(paramLabel = "SNAPSHOT", description = "The snapshot.")
        private String snapshot = "";

        @Mixin private final Request request = new Request();

        @Override
        public Integer call() {
            return snapshots.post(
                    path(snapshot) + "/sign", request, LedgerClient.JSON.createObjectNode());
        }
    }

    /** Withdraws. */
    @Command(name = "withdraw", description = "Take a snapshot back, for a reason.")
    static final class Withdraw implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(paramLabel = "SNAPSHOT", description = "The snapshot.")
        private String snapshot = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Mixin private final Request request = new Request();

        @Override
        public Integer call() {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            body.put("reason", reason);
            return snapshots.post(path(snapshot) + "/withdraw", request, body);
        }
    }

    /** Lists. */
    @Command(name = "list", description = "List them, the latest first.")
    static final class Listing implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Mixin private final FormatOption format = new FormatOption();

        @Override
        public Integer call() {
            return snapshots.ledger.print(client ->
                    Listed.text(client, PATH, new LedgerClient.Query(), format.value(), SHOWN));
        }
    }

    /** Shows one. */
    @Command(
            name = "show",
            description = "Show one, and whether its figures come out as they were frozen.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(paramLabel = "SNAPSHOT", description = "The snapshot.")
        private String snapshot = "";

        @Override
        public Integer call() {
            return snapshots.print(path(snapshot));
        }
    }

    /** Compares two. */
    @Command(name = "compare", description = "Show the figures of two side by side.")
    static final class Compare implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(index = "0", paramLabel = "FROM", description = "The earlier one.")
        private String from = "";

        @Parameters(index = "1", paramLabel = "TO", description = "The later one.")
        private String to = "";

        @Override
        public Integer call() {
            return snapshots.print(path(from) + "/compare/" + LedgerClient.encoded(to));
        }
    }

    /** Verifies one without believing the server. */
    @Command(
            name = "verify",
            description = {
                "Take the data, compute their SHA-256 here, and verify that the signed text is of"
                        + " just these data and signed with the log's key.",
                "Exit code 1 if anything does not fit."
            })
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(paramLabel = "SNAPSHOT", description = "The snapshot.")
        private String snapshot = "";

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private LogKeyOptions keys;

        @Override
        public Integer call() {
            List<VerifierKey> log = keys.given();
            if (log.isEmpty()) {
                throw new Refused("a snapshot is verified with the log's key: --key KEY");
            }
            return snapshots.ledger.ask(client -> verify(client, log));
        }

        private int verify(LedgerClient client, List<VerifierKey> log) {
            PrintWriter out = snapshots.ledger.terminal().out();
            JsonNode shown = client.get(path(snapshot), new LedgerClient.Query());
            String text = shown.at("/verified/note").asString("");
            if (text.isEmpty()) {
                out.println("Nobody has signed " + snapshot + " yet.");
                return ExitCode.SOFTWARE;
            }
            SignedNote note = SignedNote.parse(text);
            SnapshotDigest digest = SnapshotDigest.of(data(client));
            boolean ofTheseData =
                    note.text().startsWith(SnapshotNote.HEAD + "\nsnapshot " + snapshot + "\n")
                            && note.text().contains("\nsha256 " + digest + "\n");
            boolean signed = log.stream().anyMatch(note::isSignedWith);
            out.print(note.text());
            out.println(
                    ofTheseData
                            ? "The data are those that were signed, to the last byte."
                            : "The data are not those that were signed: their SHA-256 is "
                                    + digest
                                    + ".");
            out.println(
                    signed
                            ? "The signature is good."
                            : "The signature is not one of the key that was given.");
            return ofTheseData && signed ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        private byte[] data(LedgerClient client) {
            try (InputStream data =
                    client.stream(
                            path(snapshot) + "/data",
                            new LedgerClient.Query(),
                            "application/json")) {
                return data.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Saves one as a spreadsheet. */
    @Command(name = "sheet", description = "Save one as .xlsx.")
    static final class Sheet implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private SnapshotCommand snapshots;

        @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "The snapshot.")
        private String snapshot = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "FILE",
                description = "Where to (default: SNAPSHOT.xlsx here).")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--lang", paramLabel = "LANG", description = "zh (default) or en.")
        private String lang = "zh";

        @Override
        public Integer call() {
            return snapshots.ledger.ask(client -> {
                Path to = file.orElse(Path.of(snapshot + ".xlsx"));
                try (InputStream sheet =
                        client.stream(
                                path(snapshot) + "/sheet",
                                new LedgerClient.Query().with("lang", lang),
                                "*/*")) {
                    Files.copy(sheet, to, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                snapshots.ledger.terminal().out().println(to);
                return ExitCode.OK;
            });
        }
    }
}
