package org.aidledger.event;

import java.util.List;

/** What a part of the ledger adds to a backup, beside the events. */
public interface BackedUp {

    /** In the order in which they have to be filled. */
    List<Table> tables();

    /**
     * A table of the database. Rows that are there before a restore stay; those of the backup that
     * contradict them are left out.
     *
     * @param name with its schema
     * @param columns in the order in which they are written
     * @param key columns that say the order of the rows
     * @param kept which rows count up to an instant: a condition on the columns, the parameter
     *     {@code :until}, and what was restored before
     */
    record Table(String name, List<String> columns, String key, String kept) {}
}
