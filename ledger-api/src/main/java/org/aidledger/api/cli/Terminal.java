package org.aidledger.api.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: the result to {@code out}, everything else to {@code err}. Both are UTF-8
 * whatever the locale, because project names are Chinese on every machine.
 *
 * @param interactive whether a person watches {@code err}, so that a line may be drawn over
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /** Set by the launcher, which can ask about standard error; Java cannot. */
    private static final String INTERACTIVE = "aidledger.terminal";

    static Terminal ofProcess() {
        return new Terminal(
                utf8(FileDescriptor.out, false),
                utf8(FileDescriptor.err, true),
                Boolean.getBoolean(INTERACTIVE));
    }

    private static PrintWriter utf8(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                autoFlush);
    }
}
