package org.aidledger.api.http;

import java.util.List;
import java.util.stream.Stream;

/** An answer that can also be given as a table, which is how it becomes CSV. */
public interface Tabular {

    /** Names of the columns. */
    List<String> columns();

    /**
     * The rows, each with a value for every column: text, number, amount, date, or empty optional.
     */
    Stream<List<?>> rows();
}
