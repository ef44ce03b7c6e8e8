package org.aidledger.api.pages.frame;

import java.util.Arrays;
import java.util.List;
import org.aidledger.indicator.Indicator.Code;

/** What the money disbursed is measured against; the reader chooses. */
public enum Basis {
    PLANNED(Code.DISBURSEMENT_RATE),
    ALLOCATED(Code.DISBURSEMENT_RATE_ON_ALLOCATED),
    RECEIVED(Code.DISBURSEMENT_RATE_ON_RECEIVED);

    private static final String PARAMETER = "basis";

    private final Code code;

    Basis(Code code) {
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** As the address says; planned if it does not. */
    public static Basis of(Address here) {
        return Arrays.stream(values())
                .filter(b -> b.name().equalsIgnoreCase(here.get(PARAMETER)))
                .findFirst()
                .orElse(PLANNED);
    }

    /** A basis to choose. */
    public record Link(String name, String address, boolean on) {}

    /** All of them. */
    public static List<Link> links(Visit visit, Code chosen) {
        return Arrays.stream(values())
                .map(b ->
                        new Link(
                                visit.say().word("basis.choice." + b),
                                visit.here()
                                        .with(
                                                PARAMETER,
                                                b.name().toLowerCase(java.util.Locale.ROOT))
                                        .toString(),
                                b.code == chosen))
                .toList();
    }
}
