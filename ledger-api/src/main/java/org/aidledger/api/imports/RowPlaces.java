package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.Receipts.Stored;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.RowVerdicts.Verdict;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;

/** Where the rows came to stand that the ledger has. */
public final class RowPlaces {

    /** Events between two of a file's own that are rather read than asked for anew. */
    private static final long GAP = 2_000;

    /** A posting id belongs to its fund. */
    private record Key(String stream, PostingId request) {}

    /** Where accepted requests of one stream stand; {@code Receipts} says. */
    @FunctionalInterface
    public interface Lookup {
        Map<PostingId, Stored> stored(List<Accepted> accepted, Set<PostingId> requests);
    }

    private final Map<Key, Stored> places = new HashMap<>();

    private RowPlaces() {}

    /** The places of some rows. */
    public static RowPlaces of(Lookup receipts, List<Verdict> verdicts) {
        RowPlaces places = new RowPlaces();
        Map<String, List<Verdict>> byStream = new HashMap<>();
        for (Verdict verdict : verdicts) {
            if (stands(verdict)) {
                byStream.computeIfAbsent(
                                verdict.accepted().orElseThrow().stream(), _ -> new ArrayList<>())
                        .add(verdict);
            }
        }
        byStream.forEach((stream, of) -> places.read(receipts, stream, of));
        return places;
    }

    private static boolean stands(Verdict verdict) {
        return verdict.kind() == Kind.POSTED || verdict.kind() == Kind.REPEATED;
    }

    private void read(Lookup receipts, String stream, List<Verdict> verdicts) {
        verdicts.sort(Comparator.comparingLong(v -> sequence(v)));
        List<Verdict> near = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (!near.isEmpty() && sequence(verdict) - sequence(near.getLast()) > GAP) {
                readTogether(receipts, stream, near);
                near.clear();
            }
            near.add(verdict);
        }
        readTogether(receipts, stream, near);
    }

    private static long sequence(Verdict verdict) {
        return verdict.accepted().orElseThrow().firstSequence();
    }

    private void readTogether(Lookup receipts, String stream, List<Verdict> near) {
        List<Accepted> accepted = near.stream().map(v -> v.accepted().orElseThrow()).toList();
        Set<PostingId> requests = new HashSet<>();
        near.forEach(v -> requests.add(v.request().orElseThrow()));
        receipts.stored(accepted, requests)
                .forEach((request, stored) -> places.put(new Key(stream, request), stored));
    }

    /** Where a row stands, if the ledger has it. */
    public Optional<Stored> of(Verdict verdict) {
        return stands(verdict)
                ? Optional.ofNullable(
                        places.get(
                                new Key(
                                        verdict.accepted().orElseThrow().stream(),
                                        verdict.request().orElseThrow())))
                : Optional.empty();
    }
}
