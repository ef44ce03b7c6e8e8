package org.aidledger.api.demo;

import org.aidledger.rejection.Rejection;

/** The ledger refused a command of the scenario; what was sent before it is stored. */
public final class DemoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoRefused(Step step, Rejection rejection) {
        super(
                "The demonstration cannot go on at %s: %s (%s)"
                        .formatted(step.recorded(), rejection.message(), rejection.code()));
    }
}
