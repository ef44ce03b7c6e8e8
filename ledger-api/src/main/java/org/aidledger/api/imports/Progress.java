package org.aidledger.api.imports;

/** Hears how far an import is. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done lines dealt with
     * @param total lines in the file, or 0 while they are still being counted
     */
    void at(long done, long total);
}
