package org.aidledger.eventstore.payee;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.aidledger.payee.Pseudonym;
import org.aidledger.proof.Flaw.Kind;

/**
 * A row of the table of payees, as it stands there. What is not there is empty.
 *
 * @param gone whether it says that the name was erased
 * @param told whether an event says so
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PayeeRow(
        String id,
        byte[] trace,
        String master,
        byte[] key,
        byte[] name,
        boolean gone,
        boolean told) {

    /** By their ids, from the one after a given one on. */
    static final String BY_ID =
            """
            select id,
                   coalesce(trace, '') as trace, coalesce(master, '') as master,
                   coalesce(key, '') as key, coalesce(name, '') as name,
                   erased is not null as gone,
                   case when erased is not null then exists (
                       select from ledger.events e
                       where e.stream = 'payee:' || p.id and e.name = 'payee.erased')
                   else false end as told
            from ledger.payees p
            where id > :after
            order by id
            limit :most
            """;

    /** What a row turned out to be: as it was made, or what was done to it. */
    sealed interface Judged {

        /** The name opens, and is the one that the pseudonym was made of. */
        record Opened() implements Judged {}

        /** The name is gone, as an event says. */
        record Erased() implements Judged {}

        /** Under a master key that was given up, so that nobody can tell any more. */
        record GivenUp() implements Judged {}

        /**
         * Not as it was made.
         *
         * @param what in words, as a sentence
         */
        record Wrong(Kind kind, String what) implements Judged {}
    }

    static PayeeRow read(ResultSet row) throws SQLException {
        return new PayeeRow(
                row.getString("id"),
                row.getBytes("trace"),
                row.getString("master"),
                row.getBytes("key"),
                row.getBytes("name"),
                row.getBoolean("gone"),
                row.getBoolean("told"));
    }

    Judged judged(MasterKeys masters) {
        if (!Pseudonym.FORM.matcher(id).matches()) {
            return new Judged.Wrong(
                    Kind.PAYEE_ALTERED, "a payee is kept under what is no pseudonym");
        }
        return gone ? erased() : sealed(masters);
    }

    private Judged erased() {
        if (!told) {
            return new Judged.Wrong(
                    Kind.PAYEE_ERASED, "the name of " + id + " was erased, and no event says so");
        }
        boolean empty = trace.length + master.length() + key.length + name.length == 0;
        return empty
                ? new Judged.Erased()
                : new Judged.Wrong(
                        Kind.PAYEE_NOT_ERASED,
                        "the name of " + id + " is said to be erased, and is still there");
    }

    private Judged sealed(MasterKeys masters) {
        Optional<MasterKey> key = masters.find(master);
        if (key.isPresent()) {
            return opened(key.get());
        }
        return masters.accepted().contains(master)
                ? new Judged.GivenUp()
                : new Judged.Wrong(
                        Kind.PAYEE_ALTERED,
                        "the name of " + id + " is sealed under a master key that is not here");
    }

    /** A trace may be missing: another row of the same name may have taken it when keys changed. */
    private Judged opened(MasterKey with) {
        Pseudonym payee = new Pseudonym(id);
        try {
            String found = with.open(key, payee).open(name, payee);
            return trace.length == 0 || Arrays.equals(trace, with.traceOf(found))
                    ? new Judged.Opened()
                    : new Judged.Wrong(
                            Kind.PAYEE_ALTERED,
                            "by what " + id + " is found is not of its name: it was altered");
        } catch (GeneralSecurityException _) {
            return new Judged.Wrong(
                    Kind.PAYEE_ALTERED,
                    "the name of "
                            + id
                            + " does not open, or is not the one that it was made of: it was"
                            + " altered");
        }
    }
}
