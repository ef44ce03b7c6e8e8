package org.aidledger.api.pages.administration;

import java.util.Arrays;
import java.util.List;
import org.aidledger.access.Right;
import org.aidledger.api.pages.frame.Visit;

/** A part of the administration. */
enum Section {
    PEOPLE("people", Right.ACCOUNTS),
    TOKENS("tokens", Right.ACCOUNTS),
    READS("reads", Right.ACCOUNTS),
    SYSTEM("system", Right.MAINTENANCE),
    PAYEES("payees", Right.PAYEES);

    private final String path;
    private final Right right;

    Section(String path, Right right) {
        this.path = path;
        this.right = right;
    }

    /** A way there. */
    record Link(String name, String address, boolean on) {}

    /** Those that somebody may see; maintenance and payees are about all funds at once. */
    static List<Link> links(Visit visit, Section now) {
        return Arrays.stream(values())
                .filter(s -> visit.may(s.right))
                .filter(s -> s.right == Right.ACCOUNTS || visit.caller().scope().isEverything())
                .map(s ->
                        new Link(
                                visit.say().word("administration." + s.path),
                                "/administration/" + s.path,
                                s == now))
                .toList();
    }
}
