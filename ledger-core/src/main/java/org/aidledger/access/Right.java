package org.aidledger.access;

/** What one may be allowed to do besides sending commands, each of which is a right of its own. */
public enum Right {
    /** Send commands; which ones is each command's own row. */
    COMMANDS("commands"),
    /** A fund's figures: budget, report, projects, indicators. */
    FIGURES("figures"),
    /** The books line by line, balances, and exports of them. */
    JOURNAL("journal"),
    /** Who posted what on which papers; what lies behind and between figures; replay. */
    TRAIL("trail"),
    /** The register of findings, and breaches that the ledger noted by itself. */
    FINDINGS("findings"),
    /** The events themselves. */
    EVENTS("events"),
    /** The transparency log and its proofs. */
    PROOFS("proofs"),
    /** Files that become postings. */
    IMPORT("import"),
    /** Requests that wait for a second person. */
    APPROVALS("approvals"),
    /** Whom payees' pseudonyms stand for, where a question that one may ask names them. */
    NAMES("names"),
    /** Finding payees by name, and their erasures: about all funds at once, as maintenance is. */
    PAYEES("payees"),
    /** Freezing snapshots. */
    SNAPSHOTS("snapshots"),
    /** Signing snapshots that somebody else froze, and withdrawing them. */
    SIGNING("signing"),
    /** Samples that auditors drew: nobody else knows what will be looked at. */
    SAMPLES("samples"),
    /** What auditors and regulators asked about a fund. */
    READS("reads"),
    /** What auditors and regulators asked about any fund; accounts and the tokens of others. */
    ACCOUNTS("accounts"),
    /** Rebuilding the read side, backups: about all funds at once, so it takes a scope of all. */
    MAINTENANCE("maintenance"),
    /** One's own account, password and tokens, and what this program says about itself. */
    OWN("own");

    private final String written;

    Right(String written) {
        this.written = written;
    }

    /**
     * Whether questions are asked under it, which are kept where auditors and regulators ask them;
     * the others are for doing something, or for what concerns no fund.
     */
    public boolean isAsked() {
        return switch (this) {
            case FIGURES, JOURNAL, TRAIL, FINDINGS, EVENTS, APPROVALS, SAMPLES, READS -> true;
            case COMMANDS,
                    PROOFS,
                    IMPORT,
                    NAMES,
                    PAYEES,
                    SNAPSHOTS,
                    SIGNING,
                    ACCOUNTS,
                    MAINTENANCE,
                    OWN ->
                    false;
        };
    }

    /** As it is written in documents and refusals. */
    @Override
    public String toString() {
        return written;
    }
}
