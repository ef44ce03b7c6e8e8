package org.aidledger.projections.status;

import java.util.Optional;

/**
 * How the read side stands.
 *
 * @param processor name of the processor that writes it
 * @param position position of the last event that is in the read tables; -1 for none
 * @param head position of the last event stored; -1 for none
 * @param lag events stored and not yet read
 * @param running whether the processor is at work
 * @param error why it stands still, if it does
 */
public record ProcessorStatus(
        String processor,
        long position,
        long head,
        long lag,
        boolean running,
        Optional<String> error) {}
