package org.aidledger.api;

import org.aidledger.api.cli.LedgerCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; its command line says what to do with it. */
@SpringBootApplication
public class LedgerApplication {

    public static void main(String[] args) {
        System.exit(LedgerCommand.execute(LedgerApplication.class, args));
    }
}
