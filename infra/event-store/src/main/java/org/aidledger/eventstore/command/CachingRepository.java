package org.aidledger.eventstore.command;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.aidledger.eventstore.append.Append;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.append.Lineage;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates from their events, the recently used ones from memory. One that a failed command may
 * have left different from its stream is forgotten, and so is one whose events were not stored
 * after all. One that merely refused stays: else anybody could have a long history read again and
 * again by sending what is sure to be refused.
 */
public final class CachingRepository<T> extends EventSourcingRepository<T> {

    private final AggregateCache<Kept<T>> cache;
    private final Appender appender;
    private final Function<String, Optional<Long>> lastSequence;

    private record Kept<T>(EventSourcedAggregate<T> aggregate, Lineage lineage) {}

    /**
     * @param lastSequence of a stream as it is stored
     * @param cachedEvents events of aggregates kept in memory
     */
    public CachingRepository(
            Builder<T> builder,
            Appender appender,
            Function<String, Optional<Long>> lastSequence,
            long cachedEvents) {
        super(builder);
        this.appender = appender;
        this.lastSequence = lastSequence;
        this.cache = new AggregateCache<>(cachedEvents);
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        Footing footing = footing();
        // Asked before the cache: if this has failed meanwhile, its line is broken by now.
        Optional<Append> pending = appender.pending(id);
        Optional<Kept<T>> sound = cache.find(id).filter(kept -> !kept.lineage().isBroken());
        Kept<T> kept =
                sound.orElseGet(() -> {
                    cache.forget(id);
                    return new Kept<>(
                            afterAllThatIsPending(id, pending, expectedVersion), new Lineage());
                });
        EventSourcedAggregate<T> aggregate = kept.aggregate();
        Lineage line = kept.lineage();
        Long version = aggregate.version();
        if (sound.isPresent()) {
            footing.standOn(line, pending, () -> isBehind(id, line, version));
        } else {
            footing.standOn(line);
        }
        cache.keep(id, kept, version + 1);
        CurrentUnitOfWork.get()
                .onRollback(work -> {
                    if (!refused(work) || !Objects.equals(version, aggregate.version())) {
                        cache.forget(id);
                    }
                });
        return aggregate;
    }

    /**
     * Whether the stream has events that this node does not know of: another one appended them.
     * What of this node came meanwhile to the same aggregate in memory counts as known.
     */
    private boolean isBehind(String id, Lineage line, long decidedOn) {
        long known =
                cache.find(id)
                        .filter(kept -> kept.lineage() == line)
                        .map(kept -> kept.aggregate().version())
                        .orElse(decidedOn);
        boolean behind = lastSequence.apply(id).orElse(-1L) > known;
        if (behind) {
            cache.forget(id);
        }
        return behind;
    }

    private EventSourcedAggregate<T> afterAllThatIsPending(
            String id, Optional<Append> pending, @Nullable Long expectedVersion) {
        // What comes of it is in the stream then, or is not.
        pending.ifPresent(append -> footing().awaitSettled(append));
        return super.doLoadWithLock(id, expectedVersion);
    }

    private static Footing footing() {
        return Footing.current()
                .orElseThrow(
                        () -> new IllegalStateException("aggregates are loaded for commands only"));
    }

    private static boolean refused(UnitOfWork<?> work) {
        var result = work.getExecutionResult();
        return result != null
                && result.isExceptionResult()
                && result.getExceptionResult() instanceof CommandRejected;
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factory) throws Exception {
        footing().standOn(new Lineage());
        return super.doCreateNewForLock(factory);
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        if (aggregate.version() == null) {
            return; // nothing was applied to a new one: there is nothing to keep
        }
        String id = aggregate.identifierAsString();
        CurrentUnitOfWork.get().onRollback(_ -> cache.forget(id));
        cache.keep(id, new Kept<>(aggregate, footing().lineage()), aggregate.version() + 1);
    }
}
