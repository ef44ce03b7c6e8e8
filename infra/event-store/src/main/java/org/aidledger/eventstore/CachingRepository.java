package org.aidledger.eventstore;

import java.util.Objects;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates from their events, the recently used ones from memory. One that a failed command may
 * have left different from its stream is forgotten. One that merely refused stays: else anybody
 * could have a long history read again and again by sending what is sure to be refused.
 */
final class CachingRepository<T> extends EventSourcingRepository<T> {

    private final AggregateCache<EventSourcedAggregate<T>> cache;

    CachingRepository(Builder<T> builder, AggregateCache<EventSourcedAggregate<T>> cache) {
        super(builder);
        this.cache = cache;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        EventSourcedAggregate<T> aggregate =
                cache.find(id).orElseGet(() -> super.doLoadWithLock(id, expectedVersion));
        Long version = aggregate.version();
        cache.keep(id, aggregate, aggregate.version() + 1);
        CurrentUnitOfWork.get()
                .onRollback(work -> {
                    if (!refused(work) || !Objects.equals(version, aggregate.version())) {
                        cache.forget(id);
                    }
                });
        return aggregate;
    }

    private static boolean refused(UnitOfWork<?> work) {
        var result = work.getExecutionResult();
        return result != null
                && result.isExceptionResult()
                && result.getExceptionResult() instanceof CommandRejected;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        if (aggregate.version() == null) {
            return; // nothing was applied to a new one: there is nothing to keep
        }
        String id = aggregate.identifierAsString();
        CurrentUnitOfWork.get().onRollback(_ -> cache.forget(id));
        cache.keep(id, aggregate, aggregate.version() + 1);
    }
}
