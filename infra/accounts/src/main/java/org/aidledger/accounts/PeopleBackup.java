package org.aidledger.accounts;

import java.util.List;
import org.aidledger.event.BackedUp;

/**
 * Accounts, tokens and kept reads in a backup. They have no history: a restore to an instant brings
 * back the accounts as they were when the backup was made, tokens and reads up to that instant.
 */
public final class PeopleBackup implements BackedUp {

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        "people.account",
                        List.of(
                                "username",
                                "actor",
                                "roles",
                                "scope",
                                "records_for_others",
                                "password_hash",
                                "must_change",
                                "locked_until",
                                "failures",
                                "demo"),
                        "username",
                        "true"),
                new Table(
                        "people.token",
                        List.of(
                                "id",
                                "username",
                                "note",
                                "sha256",
                                "created",
                                "expires",
                                "revoked"),
                        "id",
                        "created <= :until and username in (select username from people.account)"),
                new Table(
                        "people.kept_read",
                        List.of(
                                "asked",
                                "username",
                                "actor",
                                "kind",
                                "fund",
                                "as_of",
                                "known_at",
                                "figure"),
                        "asked",
                        "asked <= :until"));
    }
}
