package org.aidledger.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.ReadFilter;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.fund.FundId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what auditors and regulators asked, the newest first. */
@RestController
class ReadsController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final ReadDesk reads;

    ReadsController(ReadDesk reads) {
        this.reads = reads;
    }

    /**
     * What the list is about.
     *
     * @param fund absent for all
     */
    record ReadsHead(Optional<FundId> fund) {}

    /**
     * A question.
     *
     * @param right the right that it took
     * @param fund about which; absent where it was about all that the reader may see
     * @param figure the address asked
     */
    record ReadView(
            Instant asked,
            String user,
            String actor,
            String right,
            Optional<String> fund,
            Optional<LocalDate> asOf,
            Optional<Instant> knownAt,
            String figure) {

        static ReadView of(KeptRead r) {
            return new ReadView(
                    r.asked(),
                    r.user(),
                    r.actor(),
                    r.right(),
                    r.fund(),
                    r.asOf(),
                    r.knownAt(),
                    r.figure());
        }
    }

    @Needs(Right.READS)
    @GetMapping(
            path = "/api/v1/funds/{fund}/reads",
            produces = {JSON, CSV})
    Listing<ReadsHead, ReadView> ofFund(
            @PathVariable FundId fund,
            @RequestParam Optional<String> user,
            @RequestParam Optional<String> right,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Paging paging) {
        reads.require(fund);
        return listing(
                Optional.of(fund),
                ReadFilters.of(Optional.of(fund), user, right, from, to),
                paging);
    }

    @Needs(Right.ACCOUNTS)
    @GetMapping(
            path = "/api/v1/reads",
            produces = {JSON, CSV})
    Listing<ReadsHead, ReadView> all(
            @RequestParam Optional<String> user,
            @RequestParam Optional<String> right,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Paging paging) {
        return listing(
                Optional.empty(), ReadFilters.of(Optional.empty(), user, right, from, to), paging);
    }

    private Listing<ReadsHead, ReadView> listing(
            Optional<FundId> fund, ReadFilter wanted, Paging paging) {
        return Listing.ofPages(
                new ReadsHead(fund),
                paging,
                after -> reads.page(wanted, after, paging.limit()).map(ReadView::of),
                Columns.of(ReadView.class));
    }
}
