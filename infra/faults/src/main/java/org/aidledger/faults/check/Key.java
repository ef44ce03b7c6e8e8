package org.aidledger.faults.check;

/** What a posting is known by: its id within its fund. */
public record Key(String fund, String postingId) {

    @Override
    public String toString() {
        return fund + "/" + postingId;
    }
}
