package org.aidledger.api.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aidledger.access.Caller;
import org.aidledger.access.Question;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;

/** Who is calling, for as long as what they asked for is being done. */
public final class CurrentCaller {

    /** The ledger itself, where it does something that nobody asked for. */
    public static final Caller LEDGER =
            new Caller(
                    "aid-ledger",
                    new Actor("Aid Ledger"),
                    EnumSet.allOf(Role.class),
                    Scope.EVERYTHING,
                    true);

    private static final ScopedValue<Visit> VISIT = ScopedValue.newInstance();

    /**
     * One request.
     *
     * @param what exactly is asked for
     * @param asked the questions that it came to so far
     */
    private record Visit(Caller caller, String what, Set<Question> asked) {}

    private CurrentCaller() {}

    /** Whoever is calling, if anybody. */
    public static Optional<Caller> get() {
        return VISIT.isBound() ? Optional.of(VISIT.get().caller()) : Optional.empty();
    }

    /**
     * Whoever is calling.
     *
     * @throws IllegalStateException if nobody is, so that nothing is done or told
     */
    public static Caller required() {
        return get().orElseThrow(() ->
                new IllegalStateException("nobody is known to be calling; nothing is done"));
    }

    /** What exactly they asked for, such as a path with its parameters. */
    static String what() {
        return VISIT.get().what();
    }

    /** Whether they ask this for the first time within this request. */
    static boolean isNew(Question question) {
        return VISIT.get().asked().add(question);
    }

    /** Does something in somebody's name. */
    public static <T, X extends Throwable> T as(
            Caller caller, String what, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(VISIT, new Visit(caller, what, ConcurrentHashMap.newKeySet()))
                .call(work);
    }

    /** Does something in the name of the ledger itself. */
    public static <T, X extends Throwable> T asLedger(ScopedValue.CallableOp<T, X> work) throws X {
        return as(LEDGER, "", work);
    }

    /** The same work, to be done by another thread in the name of whoever is calling here. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        if (!VISIT.isBound()) {
            return work;
        }
        Visit visit = VISIT.get();
        return () -> ScopedValue.where(VISIT, visit).call(work::get);
    }
}
