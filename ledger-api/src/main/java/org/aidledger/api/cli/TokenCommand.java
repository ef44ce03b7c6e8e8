package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Keeps tokens. */
@Command(
        name = "token",
        description = "Create, list and revoke tokens for programs.",
        subcommands = {
            TokenCommand.Create.class,
            TokenCommand.ListAll.class,
            TokenCommand.Revoke.class
        })
final class TokenCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/tokens";

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("id", "Id"),
                    Pick.text("user", "User"),
                    Pick.text("note", "Note"),
                    Pick.time("created", "Created"),
                    Pick.time("expires", "Expires"),
                    Pick.time("revoked", "Revoked"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Override
    public Integer call() {
        throw new Refused("say what to do: create, list or revoke");
    }

    /** Makes one. */
    @Command(name = "create", description = "Create a token; it is printed once.")
    static final class Create implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private TokenCommand tokens;

        @Option(names = "--user", paramLabel = "USER", description = "Whose (default: your own).")
        private Optional<String> user = Optional.empty();

        @Option(names = "--note", paramLabel = "TEXT", description = "What it is for.")
        private Optional<String> note = Optional.empty();

        @Option(names = "--days", paramLabel = "N", description = "Days until it expires.")
        private Optional<Integer> days = Optional.empty();

        @Override
        public Integer call() {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            user.ifPresent(u -> body.put("user", u));
            note.ifPresent(n -> body.put("note", n));
            days.ifPresent(d -> body.put("days", d));
            return tokens.ledger.print(client -> Listed.json(client.post(PATH, body)));
        }
    }

    /** Lists them. */
    @Command(name = "list", description = "List your tokens, or everybody's.")
    static final class ListAll implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private TokenCommand tokens;

        @Option(
                names = "--user",
                paramLabel = "USER",
                description = "Whose (default: your own; for administrators: all).")
        private Optional<String> user = Optional.empty();

        @Override
        public Integer call() {
            LedgerClient.Query query = new LedgerClient.Query().with("user", user);
            return tokens.ledger.print(
                    client -> Listed.table(client.get(PATH, query).path("items"), SHOWN));
        }
    }

    /** Takes one back. */
    @Command(name = "revoke", description = "Revoke a token: it opens nothing from now on.")
    static final class Revoke implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private TokenCommand tokens;

        @Parameters(index = "0", paramLabel = "ID", description = "The token's id.")
        private String id = "";

        @Override
        public Integer call() {
            return tokens.ledger.ask(client -> {
                client.delete(PATH + "/" + LedgerClient.encoded(id));
                return ExitCode.OK;
            });
        }
    }
}
