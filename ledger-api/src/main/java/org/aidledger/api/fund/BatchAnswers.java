package org.aidledger.api.fund;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.access.Denial;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.fund.BatchAnswer.LineResult;
import org.aidledger.api.fund.BatchAnswer.Result;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.rejection.Rejection;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes the answer to a batch from the outcomes of its lines. */
@Component
class BatchAnswers {

    private final CommandRequests requests;
    private final Receipts receipts;

    BatchAnswers(CommandRequests requests, Receipts receipts) {
        this.requests = requests;
        this.receipts = receipts;
    }

    ResponseEntity<BatchAnswer> of(
            FundId fund,
            BatchMode mode,
            List<FundCommand> commands,
            List<Outcome> outcomes,
            HttpServletRequest request) {
        if (outcomes.getFirst() instanceof Refused(Rejection why)) {
            refuseWhole(why);
        }
        List<LineResult> results = results(commands, outcomes);
        Optional<Long> last =
                results.stream().flatMap(r -> r.position().stream()).max(Long::compare);
        long accepted = count(results, Result.ACCEPTED);
        BatchAnswer answer =
                new BatchAnswer(
                        fund.value(),
                        mode.name().toLowerCase(Locale.ROOT),
                        accepted,
                        count(results, Result.REPEATED),
                        count(results, Result.REFUSED),
                        last,
                        last.map(p -> requests.isVisible(request, p)).orElse(true),
                        results);
        return ResponseEntity.status(accepted > 0 ? 201 : 200).body(answer);
    }

    /** Ends the request where the reason is one of the batch and not of its first line. */
    private static void refuseWhole(Rejection why) {
        if (why instanceof FundUnknown) {
            throw new ProblemException(why);
        }
        if (why instanceof BatchRefused whole) {
            throw new ProblemException(
                    switch (whole.cause()) {
                        case FundUnknown unknown -> unknown;
                        case Denial denial -> denial;
                        default -> whole;
                    });
        }
    }

    private List<LineResult> results(List<FundCommand> commands, List<Outcome> outcomes) {
        List<Accepted> accepted =
                outcomes.stream()
                        .filter(Accepted.class::isInstance)
                        .map(Accepted.class::cast)
                        .toList();
        Map<PostingId, Receipts.Stored> stored =
                accepted.isEmpty()
                        ? Map.of()
                        : receipts.stored(
                                accepted,
                                commands.stream()
                                        .map(c -> c.voucher().postingId())
                                        .collect(Collectors.toSet()));
        List<LineResult> results = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            results.add(
                    result(i + 1, commands.get(i).voucher().postingId(), outcomes.get(i), stored));
        }
        return results;
    }

    private static LineResult result(
            int line, PostingId id, Outcome outcome, Map<PostingId, Receipts.Stored> stored) {
        return switch (outcome) {
            case Accepted a -> {
                Receipts.Stored at = Objects.requireNonNull(stored.get(id));
                yield new LineResult(
                        line,
                        id.value(),
                        a.repeated() ? Result.REPEATED : Result.ACCEPTED,
                        Optional.of(at.position()),
                        at.eventIds(),
                        at.breaches(),
                        Optional.empty());
            }
            case Refused r ->
                    new LineResult(
                            line,
                            id.value(),
                            Result.REFUSED,
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Optional.of(Problem.of(r.rejection()).members()));
        };
    }

    private static long count(List<LineResult> results, Result result) {
        return results.stream().filter(r -> r.result() == result).count();
    }
}
