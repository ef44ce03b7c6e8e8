package org.aidledger.event;

/** The processes that serve one ledger at the same time. */
public interface Nodes {

    /** How many there are, this one included; 1 at least. Known a few seconds late. */
    int count();
}
