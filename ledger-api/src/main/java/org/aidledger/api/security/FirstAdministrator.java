package org.aidledger.api.security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Account;
import org.aidledger.access.Accounts;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.event.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Gives a ledger without accounts its first: an administrator with a random password in an
 * owner-only file of the data folder.
 */
final class FirstAdministrator {

    static final String USER = "administrator";
    static final String FILE = "administrator.password";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final PasswordSignIn passwords;
    private final Optional<Path> data;
    private final boolean demo;

    FirstAdministrator(
            Accounts accounts, PasswordSignIn passwords, Optional<Path> data, boolean demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.data = data.filter(Files::isDirectory);
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void appoint() {
        if (demo || data.isEmpty() || !accounts.all().stream().allMatch(Account::demo)) {
            return;
        }
        String password = Secrets.password();
        Account first =
                new Account(
                        USER,
                        new Actor(USER),
                        Set.of(Role.ADMINISTRATOR),
                        Scope.EVERYTHING,
                        false,
                        passwords.hash(password),
                        true,
                        Optional.empty(),
                        0,
                        false);
        if (accounts.add(first)) {
            Path file = data.get().resolve(FILE);
            OwnerOnly.write(file, password);
            LOG.warn("The account '{}' was made; its first password is in {}", USER, file);
        }
    }
}
