package org.aidledger.api.imports.lines;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.event.Actor;

/** A format in which a file has one command on each line. */
public interface CommandFile {

    /** The format's name in the address, such as {@code csv}. */
    String format();

    /**
     * The number of its lines.
     *
     * @throws FileRefused if it cannot be read to its end
     */
    long count(Path file);

    /**
     * Hands every line that is not blank to the reader.
     *
     * @param actor of lines that name none, if any
     * @throws FileRefused if it cannot be read to its end
     */
    void read(Path file, Optional<Actor> actor, Consumer<CommandLine> reader);
}
