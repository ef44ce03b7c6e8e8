package org.aidledger.api.sample;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.sample.SampleView.ItemView;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.SampleRegister;
import org.aidledger.projections.status.Present;
import org.aidledger.sample.Population;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.SampleCommand.Examination;
import org.aidledger.sample.SampleId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Draws samples, shows them, and takes what auditors found in them. */
@RestController
@Needs(Right.SAMPLES)
class SampleController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final SampleDesk desk;
    private final SampleRegister register;
    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final Receipts receipts;
    private final Present present;

    SampleController(
            SampleDesk desk,
            SampleRegister register,
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            Receipts receipts,
            Present present) {
        this.desk = desk;
        this.register = register;
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.receipts = receipts;
        this.present = present;
    }

    /** As known when. */
    record Known(Instant knownAt) {}

    /**
     * @param knownAt now if absent
     */
    @GetMapping(
            path = "/api/v1/samples",
            produces = {JSON, CSV})
    Listing<Known, SampleView> all(
            @RequestParam Optional<FundId> fund,
            @RequestParam Optional<String> knownAt,
            Paging paging) {
        Instant known = known(knownAt);
        return Listing.ofPages(
                new Known(known),
                paging,
                after -> register.page(fund, known, after, paging.limit()).map(SampleView::of),
                SampleView.ROW);
    }

    /** A sample and its items. */
    record Head(@JsonUnwrapped SampleView view) {}

    @GetMapping(
            path = "/api/v1/samples/{sample}",
            produces = {JSON, CSV})
    Listing<Head, ItemView> one(
            @PathVariable SampleId sample, @RequestParam Optional<String> knownAt, Paging paging) {
        RegisteredSample found = desk.sample(sample, known(knownAt));
        return Listing.ofWhole(
                new Head(SampleView.of(found)),
                found.items().stream().map(ItemView::of).toList(),
                paging,
                ItemView.COLUMNS.without(java.util.Set.of("at")));
    }

    @GetMapping(path = "/api/v1/samples/{sample}/redraw", produces = JSON)
    SampleDesk.Redrawn redraw(@PathVariable SampleId sample) {
        return desk.redraw(sample);
    }

    /** What a sample would be drawn from. */
    record PopulationHead(
            FundId fund,
            LocalDate asOf,
            Instant knownAt,
            PopulationKind population,
            int count,
            Money total,
            String currency,
            String digest) {}

    /** The postings of a population: with them and a seed anybody draws for themselves. */
    @GetMapping(
            path = "/api/v1/funds/{fund}/population",
            produces = {JSON, CSV})
    Listing<PopulationHead, Population.Member> population(
            @PathVariable FundId fund,
            @RequestParam(defaultValue = "PAYMENTS") PopulationKind kind,
            AsOf asOf,
            Paging paging) {
        Population population = desk.population(fund, kind, asOf);
        return Listing.ofWhole(
                new PopulationHead(
                        fund,
                        asOf.effective(),
                        asOf.known(),
                        kind,
                        population.count(),
                        population.total(),
                        population.denomination().currency(),
                        population.digest()),
                population.members(),
                paging,
                Columns.of(Population.Member.class));
    }

    /**
     * A command about a sample was accepted.
     *
     * @param position of its event in the ledger
     * @param repeated whether the same request had been accepted before
     */
    record Examined(SampleId sample, PostingId postingId, long position, boolean repeated) {}

    @PostMapping(path = "/api/v1/samples", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "201", description = "drawn")
    @ApiResponse(responseCode = "200", description = "the same request was accepted before")
    ResponseEntity<SampleView> draw(HttpServletRequest request) throws IOException {
        Drawing wish = binding.request(Drawing.class, requests.fields(request));
        return switch (desk.draw(wish)) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Outcome.Accepted accepted -> {
                long position = receipts.stored(accepted, wish.voucher().postingId()).position();
                var _ = requests.isVisible(request, position);
                yield ResponseEntity.status(accepted.repeated() ? 200 : 201)
                        .body(SampleView.of(desk.sample(wish.sample())));
            }
        };
    }

    @PostMapping(
            path = "/api/v1/samples/{sample}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Examined> post(
            @PathVariable SampleId sample, @PathVariable String command, HttpServletRequest request)
            throws IOException {
        Examination asked = binding.examination(command, sample, requests.fields(request));
        return switch (sink.send(asked)) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Outcome.Accepted accepted -> {
                PostingId id = asked.voucher().postingId();
                Examined answer =
                        new Examined(
                                sample,
                                id,
                                receipts.stored(accepted, id).position(),
                                accepted.repeated());
                yield ResponseEntity.status(answer.repeated() ? 200 : 201).body(answer);
            }
        };
    }

    private Instant known(Optional<String> knownAt) {
        return knownAt.map(text -> PointInTime.instant("knownAt", text)).orElseGet(present::known);
    }
}
