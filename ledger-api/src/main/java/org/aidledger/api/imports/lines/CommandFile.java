package org.aidledger.api.imports.lines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.event.Actor;

/** A format in which a file has one command on each line. */
public interface CommandFile {

    /**
     * What there is in a file.
     *
     * @param lines how many are not blank
     * @param remarks what whoever made the file should know
     */
    record Contents(long lines, List<Remark> remarks) {

        public Contents {
            remarks = List.copyOf(remarks);
        }
    }

    /** The format's name in the address, such as {@code csv}. */
    String format();

    /**
     * Looks through a file.
     *
     * @throws FileRefused if it cannot be read to its end
     */
    Contents look(Path file);

    /**
     * Hands every line that is not blank to the reader.
     *
     * @param actor of lines that name none, if any
     * @throws FileRefused if it cannot be read to its end
     */
    void read(Path file, Optional<Actor> actor, Consumer<CommandLine> reader);
}
