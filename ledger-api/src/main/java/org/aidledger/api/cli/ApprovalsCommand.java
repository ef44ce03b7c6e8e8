package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The inbox of what waits for somebody's approval. */
@Command(
        name = "approvals",
        description = "List and decide what waits for the approval of a second person.",
        subcommands = {
            ApprovalsCommand.Listing.class,
            ApprovalsCommand.Show.class,
            ApprovalsCommand.Approve.class,
            ApprovalsCommand.Reject.class,
            ApprovalsCommand.Withdraw.class
        },
        synopsisSubcommandLabel = "(list | show | approve | reject | withdraw)")
final class ApprovalsCommand {

    private static final String INBOX = "/api/v1/approvals";

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("approval", "Approval"),
                    Pick.text("status", "Status"),
                    Pick.text("next", "Next"),
                    Pick.text("fund", "Fund"),
                    Pick.text("subject", "What"),
                    Pick.amount("amount", "Amount"),
                    Pick.text("projects", "Projects"),
                    Pick.text("requestedBy", "Asked by"),
                    Pick.time("requestedAt", "Asked"),
                    Pick.text("reason", "Reason"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    private int decide(String approval, String command, Decision decision, String reason) {
        ObjectNode body = LedgerClient.JSON.createObjectNode();
        decision.actor.ifPresent(actor -> body.put("actor", actor));
        decision.effective.ifPresent(day -> body.put("effective", day.toString()));
        decision.postingId.ifPresent(id -> body.put("postingId", id));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        PostCommand.complete(body);
        return ledger.ask(client -> {
            String path = INBOX + "/" + LedgerClient.encoded(approval) + "/" + command;
            JsonNode answer = client.post(path, body);
            ledger.terminal().out().println(answer.toPrettyString());
            return answer.path("status").asString("").equals("FAILED")
                    ? ExitCode.SOFTWARE
                    : ExitCode.OK;
        });
    }

    /** Who decides, and when. */
    static final class Decision {
        @Option(names = "--actor", paramLabel = "NAME", description = "Who decides (default: you).")
        private Optional<String> actor = Optional.empty();

        @Option(
                names = "--effective",
                paramLabel = "DATE",
                description = "Date of the decision (default: today).")
        private Optional<java.time.LocalDate> effective = Optional.empty();

        @Option(
                names = "--posting-id",
                paramLabel = "ID",
                description = "The same id sent again is the same decision.")
        private Optional<String> postingId = Optional.empty();
    }

    /** Lists the inbox. */
    @Command(name = "list", description = "List what waits, or with --status what became of it.")
    static final class Listing implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private ApprovalsCommand approvals;

        @Option(names = "--fund", paramLabel = "FUND", description = "Of one fund only.")
        private Optional<String> fund = Optional.empty();

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description =
                        "PENDING, APPROVED, REJECTED, WITHDRAWN, EXECUTED, FAILED or ALL (default:"
                                + " PENDING).")
        private String status = "PENDING";

        @Mixin private final FormatOption format = new FormatOption();

        @Override
        public Integer call() {
            LedgerClient.Query query =
                    new LedgerClient.Query()
                            .with("fund", fund)
                            .with(
                                    "status",
                                    Optional.of(status.toUpperCase(java.util.Locale.ROOT))
                                            .filter(s -> !s.equals("ALL")));
            return approvals.ledger.print(
                    client -> Listed.text(client, INBOX, query, format.value(), SHOWN));
        }
    }

    /** Shows one request. */
    @Command(name = "show", description = "Show the whole command and what would come of it.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private ApprovalsCommand approvals;

        @Parameters(paramLabel = "APPROVAL", description = "The request.")
        private String approval = "";

        @Override
        public Integer call() {
            return approvals.ledger.print(client ->
                    Listed.json(
                            client.get(
                                    INBOX + "/" + LedgerClient.encoded(approval),
                                    new LedgerClient.Query())));
        }
    }

    /** Approves or signs. */
    @Command(
            name = "approve",
            description = "Approve: the command is carried out, or the adjustment signed.")
    static final class Approve implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private ApprovalsCommand approvals;

        @Parameters(paramLabel = "APPROVAL", description = "The request.")
        private String approval = "";

        @Mixin private final Decision decision = new Decision();

        @Override
        public Integer call() {
            return approvals.decide(approval, "approve", decision, "");
        }
    }

    /** Rejects. */
    @Command(name = "reject", description = "Reject, for a reason.")
    static final class Reject implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private ApprovalsCommand approvals;

        @Parameters(paramLabel = "APPROVAL", description = "The request.")
        private String approval = "";

        @Option(names = "--reason", required = true, description = "Why.")
        private String reason = "";

        @Mixin private final Decision decision = new Decision();

        @Override
        public Integer call() {
            return approvals.decide(approval, "reject", decision, reason);
        }
    }

    /** Withdraws. */
    @Command(name = "withdraw", description = "Take your own request back.")
    static final class Withdraw implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private ApprovalsCommand approvals;

        @Parameters(paramLabel = "APPROVAL", description = "The request.")
        private String approval = "";

        @Option(names = "--reason", description = "Why.")
        private String reason = "";

        @Mixin private final Decision decision = new Decision();

        @Override
        public Integer call() {
            return approvals.decide(approval, "withdraw", decision, reason);
        }
    }
}
