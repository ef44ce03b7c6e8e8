package org.aidledger.projections.trail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which batch of officers was in force on which day (R29). */
record Batches(List<HandOver> handOvers) {

    private static final String HAND_OVERS =
            """
            select effective, from_batch, to_batch
            from read.hand_over
            where fund = :fund and effective <= :effective and recorded <= :known
            order by effective, position
            """;

    private record HandOver(LocalDate on, String from, String to) {}

    static Batches of(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return new Batches(
                Reads.at(jdbc, HAND_OVERS, fund, asOf)
                        .query((row, _) ->
                                new HandOver(
                                        row.getObject("effective", LocalDate.class),
                                        row.getString("from_batch"),
                                        row.getString("to_batch")))
                        .list());
    }

    /** The batch that took over last by then; before the first hand-over, who handed over in it. */
    Optional<String> on(LocalDate day) {
        return handOvers.stream()
                .filter(h -> !h.on().isAfter(day))
                .reduce((_, later) -> later)
                .map(HandOver::to)
                .or(() -> handOvers.stream().findFirst().map(HandOver::from));
    }
}
