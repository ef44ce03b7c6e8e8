package org.aidledger.payee;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;

/** Which names pseudonyms stand for. Every event store offers this beside its events. */
public interface Payees {

    /**
     * That a payee's name was erased.
     *
     * @param postingId of the request to erase it
     * @param at when the ledger recorded it
     */
    record Erasure(Pseudonym payee, PostingId postingId, Instant at, Actor actor, String reason) {}

    /**
     * What stands for names; those of which there is no such payee, or not any more, are left out.
     */
    Map<String, Pseudonym> find(Collection<String> names);

    /** The names of payees; erased and unknown ones are left out. */
    Map<Pseudonym, String> names(Collection<Pseudonym> payees);

    /** Those whom this ledger gave their pseudonyms, erased or not. */
    Set<Pseudonym> known(Collection<Pseudonym> payees);

    /** Those whose names were erased. */
    Set<Pseudonym> erased(Collection<Pseudonym> payees);

    /** All erasures, in order. */
    List<Erasure> erasures();
}
