package org.aidledger.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.aidledger.api.Api;

/**
 * A command line that was run against the test's server.
 *
 * @param exit its exit code
 */
record CommandLineRun(int exit, String out, String err) {

    static CommandLineRun of(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        int exit =
                LedgerCommand.execute(
                        new LedgerCommand(CommandLineRun.class, terminal),
                        arguments.toArray(String[]::new));
        terminal.err().flush();
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    static CommandLineRun onServer(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--server");
        all.add("http://127.0.0.1:" + Api.port());
        all.add("--token");
        all.add(Api.key());
        return of(all);
    }
}
