package org.aidledger.posting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.aidledger.fund.ProjectId;

/**
 * An account of a fund. Written as {@code CASH:POOL} or {@code CASH:HELD:P-1}.
 *
 * @param kind what it holds
 * @param project whose, empty for accounts of the whole fund
 */
public record Account(Kind kind, Optional<ProjectId> project) implements Comparable<Account> {

    /** The kinds of account. */
    public enum Kind {
        /** Source of authority: minus what was ever authorised. */
        GRANT(Book.BUDGET, false),
        /** Authorised and not yet allocated. */
        AUTHORISED(Book.BUDGET, false),
        /** Allocated to a project. */
        ALLOCATED(Book.BUDGET, true),
        /** Source of money: minus what was ever received, net of returns. */
        DONOR(Book.CASH, false),
        /** Received and not yet disbursed. */
        POOL(Book.CASH, false),
        /** Disbursed to a project's unit and not yet paid. */
        HELD(Book.CASH, true),
        /** Paid to final payees of a project. */
        PAID(Book.CASH, true);

        private final Book book;
        private final boolean perProject;

        Kind(Book book, boolean perProject) {
            this.book = book;
            this.perProject = perProject;
        }

        public Book book() {
            return book;
        }

        /** Whether a balance below zero is the account's nature. */
        public boolean isSource() {
            return this == GRANT || this == DONOR;
        }
    }

    public Account {
        if (kind.perProject != project.isPresent()) {
            throw new IllegalArgumentException(kind + " with project " + project);
        }
    }

    public static Account of(Kind kind) {
        return new Account(kind, Optional.empty());
    }

    public static Account of(Kind kind, ProjectId project) {
        return new Account(kind, Optional.of(project));
    }

    /** Reads the written form. */
    @JsonCreator
    public static Account parse(String text) {
        String[] parts = text.split(":", 3);
        Kind kind = Kind.valueOf(parts[1]);
        return parts.length == 3 ? of(kind, new ProjectId(parts[2])) : of(kind);
    }

    public Book book() {
        return kind.book();
    }

    @Override
    public int compareTo(Account other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.book() + ":" + kind + project.map(p -> ":" + p).orElse("");
    }
}
