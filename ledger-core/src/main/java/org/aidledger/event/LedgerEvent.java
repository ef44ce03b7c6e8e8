package org.aidledger.event;

/** Something that happened, kept for ever. Implementations are records named in the past tense. */
public interface LedgerEvent {

    /** Who, when and on what papers. */
    Voucher voucher();

    /** The aggregate whose stream this event belongs to. */
    String stream();
}
