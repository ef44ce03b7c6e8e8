package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the local accounts. */
@Command(
        name = "account",
        description = "Add, list, change, lock and unlock local accounts.",
        subcommands = {
            AccountCommand.Add.class,
            AccountCommand.Change.class,
            AccountCommand.ListAll.class,
            AccountCommand.Lock.class,
            AccountCommand.Unlock.class,
            AccountCommand.ResetPassword.class
        })
final class AccountCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/accounts";

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("user", "User"),
                    Pick.text("actor", "Acts as"),
                    Pick.text("roles", "Roles"),
                    Pick.text("scope", "Scope"),
                    Pick.text("recordsForOthers", "For others"),
                    Pick.time("lockedUntil", "Locked until"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Override
    public Integer call() {
        throw new Refused("say what to do: add, list, change, lock, unlock or reset-password");
    }

    /** Who somebody is to be. */
    static final class Person {
        @Parameters(index = "0", paramLabel = "USER", description = "Name to sign in with.")
        private String user = "";

        @Option(
                names = "--actor",
                paramLabel = "NAME",
                description = "As whom events name them (default: the user's name).")
        private Optional<String> actor = Optional.empty();

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description =
                        "finance-officer, finance-approver, programme-officer, auditor, regulator,"
                                + " administrator; several are possible.")
        private List<String> roles = List.of();

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description =
                        "* for all funds, an organisation such as ZJ/QZ with all below it, fund:ID or"
                                + " fund:PREFIX*; several are possible.")
        private List<String> scope = List.of();

        @Option(
                names = "--records-for-others",
                arity = "0..1",
                fallbackValue = "true",
                paramLabel = "true|false",
                description = "May state other actors and approvals, as imports of histories do.")
        private Optional<Boolean> recordsForOthers = Optional.empty();

        private ObjectNode body() {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            actor.ifPresent(name -> body.put("actor", name));
            put(body, "roles", roles);
            put(body, "scope", scope);
            recordsForOthers.ifPresent(may -> body.put("recordsForOthers", may));
            return body;
        }

        private static void put(ObjectNode body, String name, List<String> values) {
            if (!values.isEmpty()) {
                ArrayNode array = body.putArray(name);
                values.forEach(array::add);
            }
        }
    }

    private int show(Function<LedgerClient, JsonNode> answer) {
        return ledger.print(client -> Listed.json(answer.apply(client)));
    }

    /** Adds one. */
    @Command(
            name = "add",
            description = "Add an account; its first password is printed once and must be changed.")
    static final class Add implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountCommand accounts;

        @Mixin private final Person person = new Person();

        @Override
        public Integer call() {
            ObjectNode body = person.body().put("user", person.user);
            return accounts.show(client -> client.post(PATH, body));
        }
    }

    /** Changes one. */
    @Command(name = "change", description = "Change what is given; the rest stays.")
    static final class Change implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountCommand accounts;

        @Mixin private final Person person = new Person();

        @Override
        public Integer call() {
            return accounts.show(client -> client.send("PUT", of(person.user), person.body()));
        }
    }

    /** Lists them. */
    @Command(name = "list", description = "List the accounts.")
    static final class ListAll implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountCommand accounts;

        @Override
        public Integer call() {
            return accounts.ledger.print(client ->
                    Listed.table(client.get(PATH, new LedgerClient.Query()).path("items"), SHOWN));
        }
    }

    /** Locks one. */
    @Command(name = "lock", description = "Lock an account: nobody signs in to it any more.")
    static final class Lock extends Deed {
        Lock() {
            super("lock");
        }
    }

    /** Opens one again. */
    @Command(name = "unlock", description = "Open a locked account again.")
    static final class Unlock extends Deed {
        Unlock() {
            super("unlock");
        }
    }

    /** Gives one a new password. */
    @Command(
            name = "reset-password",
            description = "Give a new first password, printed once, to be changed.")
    static final class ResetPassword extends Deed {
        ResetPassword() {
            super("reset-password");
        }
    }

    /** What is done to one account without saying more. */
    abstract static class Deed implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountCommand accounts;

        @Parameters(index = "0", paramLabel = "USER", description = "The account's user.")
        private String user = "";

        private final String what;

        Deed(String what) {
            this.what = what;
        }

        @Override
        public Integer call() {
            return accounts.show(client ->
                    client.post(of(user) + "/" + what, LedgerClient.JSON.createObjectNode()));
        }
    }

    private static String of(String user) {
        return PATH + "/" + LedgerClient.encoded(user);
    }
}
