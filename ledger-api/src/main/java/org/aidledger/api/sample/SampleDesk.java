package org.aidledger.api.sample;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.SampleRegister;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.sample.Design;
import org.aidledger.sample.Drawn;
import org.aidledger.sample.Population;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.SampleCommand.DrawSample;
import org.aidledger.sample.SampleId;
import org.aidledger.sample.SampleRejection.SampleUnknown;
import org.springframework.stereotype.Component;

/** Draws samples, and draws them again. */
@Component
public final class SampleDesk {

    private static final String DESIGN = "design";
    private static final Pattern HITS = Pattern.compile("monetary-unit:([1-9][0-9]{0,3})");
    private static final int SEED_BYTES = 16;

    private final SampleRegister register;
    private final CommandSink sink;
    private final Present present;
    private final ReadSide readSide;
    private final SecureRandom random = new SecureRandom();

    SampleDesk(SampleRegister register, CommandSink sink, Present present, ReadSide readSide) {
        this.register = register;
        this.sink = sink;
        this.present = present;
        this.readSide = readSide;
    }

    /**
     * A sample as it stands.
     *
     * @throws ProblemException 404 if there is none
     */
    public RegisteredSample sample(SampleId sample) {
        return sample(sample, Instant.MAX);
    }

    RegisteredSample sample(SampleId sample, Instant known) {
        return register.find(sample, known)
                .orElseThrow(() -> new ProblemException(new SampleUnknown(sample)));
    }

    /**
     * What there is to draw from.
     *
     * @throws ProblemException 404 if the fund was not open, or not known, by then
     */
    public Population population(FundId fund, PopulationKind kind, AsOf at) {
        return register.population(fund, kind, at)
                .orElseThrow(() -> ProblemException.unknownFund(fund));
    }

    /**
     * Draws. A request that left out seed or instant and is sent again is the same request.
     *
     * @throws ProblemException if the design does not fit the population
     */
    public Outcome draw(Drawing wish) {
        Optional<RegisteredSample> before =
                register.find(wish.sample(), Instant.MAX)
                        .filter(s -> s.postingId().equals(wish.voucher().postingId().value()));
        AsOf at = at(wish, before);
        String seed =
                Optional.of(wish.seed())
                        .filter(s -> !s.isEmpty())
                        .or(() -> before.map(RegisteredSample::seed))
                        .orElseGet(this::seed);
        Population population = population(wish.fund(), wish.population(), at);
        try {
            Design design = design(wish.design(), population);
            return sink.send(
                    new DrawSample(
                            wish.sample(),
                            wish.voucher(),
                            wish.fund(),
                            at,
                            wish.population(),
                            design,
                            seed,
                            Drawn.from(population, design, seed)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(DESIGN, String.valueOf(e.getMessage()));
        }
    }

    /** Only what is in the read tables: later postings must not join the population afterwards. */
    private AsOf at(Drawing wish, Optional<RegisteredSample> before) {
        Instant latest = readSide.latestRecorded();
        Instant known =
                Optional.of(wish.knownAt())
                        .filter(text -> !text.isEmpty())
                        .map(text -> PointInTime.instant("knownAt", text))
                        .map(stated -> stated.isAfter(latest) ? latest : stated)
                        .orElse(latest)
                        .truncatedTo(ChronoUnit.MICROS);
        AsOf at =
                new AsOf(
                        wish.asOf().isEmpty()
                                ? before.map(s -> s.at().effective()).orElseGet(present::today)
                                : PointInTime.date("asOf", wish.asOf()),
                        known);
        return wish.knownAt().isEmpty()
                ? before.map(s -> new AsOf(at.effective(), s.at().known())).orElse(at)
                : at;
    }

    private static Design design(String text, Population population) {
        Matcher hits = HITS.matcher(text);
        if (!hits.matches()) {
            return Design.parse(text);
        }
        Money total = population.total();
        return new Design.MonetaryUnit(
                new Money(
                        total.minorUnits() / Long.parseLong(hits.group(1)), total.denomination()));
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * A sample drawn again.
     *
     * @param digest of the population as it is read now, for the same point in time
     * @param samePopulation whether it is the one that was drawn from
     * @param sameItems whether the same items come of it
     */
    public record Redrawn(
            SampleId sample,
            String algorithm,
            String seed,
            int count,
            Money total,
            String digest,
            boolean samePopulation,
            boolean sameItems) {}

    /** Draws again with the seed and design of a sample. */
    public Redrawn redraw(SampleId id) {
        RegisteredSample sample = sample(id);
        Population population = population(sample.fund(), sample.population(), sample.at());
        Drawn again = Drawn.from(population, sample.design(), sample.seed());
        return new Redrawn(
                id,
                again.algorithm(),
                sample.seed(),
                again.count(),
                again.total(),
                again.digest(),
                again.digest().equals(sample.drawn().digest()),
                again.items().equals(sample.drawn().items()));
    }
}
