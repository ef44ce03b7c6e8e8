package org.aidledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.VerifierKey;
import picocli.CommandLine.Option;

/** The log's public keys, of somebody who does not take them from the ledger. */
final class LogKeyOptions {

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "The log's verifier key, got another way than from the ledger.",
                "Where keys were changed: each that it ever had, this option several times."
            })
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "A file with such keys, one a line; lines that begin with # are remarks.")
    private List<Path> files = new ArrayList<>();

    /** All of them; none where none was given. */
    List<VerifierKey> given() {
        return Stream.concat(
                        keys.stream().map(LogKeyOptions::parsed),
                        files.stream().flatMap(file -> read(file).stream()))
                .distinct()
                .toList();
    }

    private static List<VerifierKey> read(Path file) {
        try {
            List<VerifierKey> read =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(LogKeyOptions::parsed)
                            .toList();
            if (read.isEmpty()) {
                throw new Refused("no verifier key in " + file + ": one a line is expected");
            }
            return read;
        } catch (IOException e) {
            throw Refused.unreadable(file, e);
        }
    }

    static VerifierKey parsed(String text) {
        if (text.strip().startsWith(SigningKey.PREFIX)) {
            throw new Refused(
                    "that is a private key, which nobody else should see; its public half stands at"
                            + " /api/v1/log/key");
        }
        try {
            return VerifierKey.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused("no verifier key: " + e.getMessage(), e);
        }
    }
}
