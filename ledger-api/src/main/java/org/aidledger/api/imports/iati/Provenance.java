package org.aidledger.api.imports.iati;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;

/**
 * Where the postings of an import come from and in whose name they are made.
 *
 * @param sha256 of the file, kept with every posting
 */
record Provenance(String sha256, Actor actor) {

    /**
     * The voucher of something that the file says.
     *
     * @param part kind of element, such as {@code iati-transaction}
     * @param number which of them
     */
    Voucher voucher(PostingId id, LocalDate effective, String part, String number, String note) {
        return new Voucher(
                id,
                effective,
                actor,
                List.of(),
                List.of(new DocumentRef(part, number, sha256)),
                note);
    }

    /** The same for the same content, whichever file it comes in. */
    static PostingId id(FundId fund, String... what) {
        String[] parts =
                Stream.concat(Stream.of(fund.value()), Stream.of(what)).toArray(String[]::new);
        return new PostingId("iati:" + Digest.of(parts));
    }
}
