package org.aidledger.api.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Role;
import org.aidledger.access.Scope;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.event.Actor;
import org.aidledger.event.Voucher;
import org.aidledger.indicator.Indicator;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;
import org.springframework.stereotype.Component;

/**
 * Two monthly bulletins and a quarterly assessment for the demonstration, as the regulator of 2024
 * would have had them frozen, and one that still waits for a signature. What they are of is known
 * at instants long past; they are frozen after everything else.
 */
@Component
public class DemoSnapshots {

    private static final Actor DIRECTOR = new Actor("周建国（财务处处长）");
    private static final Actor OFFICE = new Actor("郑海涛（省对口支援办）");

    private final SnapshotDesk desk;

    DemoSnapshots(SnapshotDesk desk) {
        this.desk = desk;
    }

    private record Wanted(
            String id,
            SnapshotKind kind,
            String title,
            String asOf,
            String knownAt,
            boolean sign) {}

    private static final List<Wanted> ALL =
            List.of(
                    new Wanted(
                            "monthly-2024-05",
                            SnapshotKind.MONTHLY_BULLETIN,
                            "2024年5月对口支援资金通报",
                            "2024-05-31",
                            "2024-06-05T10:00:00Z",
                            true),
                    new Wanted(
                            "monthly-2024-06",
                            SnapshotKind.MONTHLY_BULLETIN,
                            "2024年6月对口支援资金通报",
                            "2024-06-30",
                            "2024-07-05T10:00:00Z",
                            true),
                    new Wanted(
                            "quarterly-2024-q2",
                            SnapshotKind.QUARTERLY_ASSESSMENT,
                            "2024年第2季度对口支援资金考核",
                            "2024-06-30",
                            "2024-07-15T10:00:00Z",
                            true),
                    new Wanted(
                            "monthly-2024-07",
                            SnapshotKind.MONTHLY_BULLETIN,
                            "2024年7月对口支援资金通报",
                            "2024-07-31",
                            "2024-08-05T10:00:00Z",
                            false));

    /** Freezes and signs those that are not there yet. */
    public void settle() {
        for (Wanted wanted : ALL) {
            SnapshotId id = new SnapshotId(wanted.id());
            LocalDate day = LocalDate.parse(wanted.knownAt().substring(0, 10));
            as(
                    DIRECTOR,
                    Role.FINANCE_APPROVER,
                    () ->
                            desk.freeze(
                                    new SnapshotDesk.Wanted(
                                            id,
                                            Voucher.of("demo-freeze-" + id, day, DIRECTOR.name()),
                                            wanted.kind(),
                                            wanted.title(),
                                            LocalDate.parse(wanted.asOf()),
                                            Optional.of(Instant.parse(wanted.knownAt())),
                                            List.of(),
                                            Indicator.Code.DISBURSEMENT_RATE)));
            if (wanted.sign()) {
                as(
                        OFFICE,
                        Role.REGULATOR,
                        () -> desk.sign(id, Voucher.of("demo-sign-" + id, day, OFFICE.name())));
            }
        }
    }

    private static void as(
            Actor actor, Role role, ScopedValue.CallableOp<?, RuntimeException> work) {
        var _ =
                CurrentCaller.as(
                        new Caller("demo", actor, Set.of(role), Scope.EVERYTHING, false),
                        "demonstration",
                        work);
    }
}
