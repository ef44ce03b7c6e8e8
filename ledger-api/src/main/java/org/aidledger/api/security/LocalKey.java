package org.aidledger.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.aidledger.access.Caller;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;

/**
 * The key for the command line on the same machine: a token in an owner-only file of the data
 * folder, another one at every start, gone with the server. Whoever can read that folder owns the
 * ledger anyway.
 */
final class LocalKey implements AutoCloseable {

    static final String FILE = "cli.token";

    private final Optional<Path> file;
    private final String hash;
    private final Caller caller;

    private LocalKey(Optional<Path> file, String token) {
        this.file = file;
        this.hash = Secrets.sha256(token);
        String person = System.getProperty("user.name", "operator");
        this.caller =
                new Caller(
                        "cli:" + person,
                        new Actor(person),
                        EnumSet.allOf(Role.class),
                        Scope.EVERYTHING,
                        true);
    }

    /** Leaves a new key in the data folder, if there is one. */
    static LocalKey in(Optional<Path> data) {
        String token = Secrets.token();
        Optional<Path> file = data.filter(Files::isDirectory).map(folder -> folder.resolve(FILE));
        file.ifPresent(f -> OwnerOnly.write(f, token));
        return new LocalKey(file, token);
    }

    /** Whether a token with this hash is the key. */
    boolean opensWith(String tokenHash) {
        return file.isPresent() && hash.equals(tokenHash);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public void close() {
        file.ifPresent(f -> {
            try {
                Files.deleteIfExists(f);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
