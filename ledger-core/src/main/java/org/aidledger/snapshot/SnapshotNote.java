package org.aidledger.snapshot;

import org.aidledger.event.Actor;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;

/**
 * The text that is signed for a snapshot: a few lines of UTF-8, each ended by one newline, in this
 * order and no other. The funds, the title and all figures are bound by the digest or are no
 * figures.
 */
public final class SnapshotNote {

    /** Its first line, which no checkpoint of a log begins with. */
    public static final String HEAD = "aid-ledger snapshot v1";

    private SnapshotNote() {}

    /** The text for a signer in a role. */
    public static String text(SnapshotFrozen frozen, Actor signer, String role) {
        return """
        %s
        snapshot %s
        kind %s
        as-of %s
        known-at %s
        sha256 %s
        frozen-by %s; %s
        signed-by %s; %s
        """
                .formatted(
                        HEAD,
                        frozen.snapshot(),
                        frozen.kind(),
                        frozen.asOf(),
                        frozen.knownAt(),
                        frozen.digest(),
                        frozen.voucher().actor(),
                        frozen.role(),
                        signer,
                        role);
    }
}
