package org.aidledger.api.pages.samples;

import org.aidledger.api.pages.frame.Say;
import org.aidledger.sample.Design;

/** Designs in words. */
final class Designs {

    private Designs() {}

    static String said(Say say, Design design) {
        return switch (design) {
            case Design.Random(int items) -> say.word("design.random", say.count(items));
            case Design.MonetaryUnit(var interval) ->
                    say.word("design.money", say.exact(interval), interval.currency());
        };
    }
}
