package org.aidledger.api.pages.bulletins;

import java.time.Instant;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.RegisteredSnapshot.Signed;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;

/**
 * A snapshot in words.
 *
 * @param period the month, quarter or day that it is of
 * @param tone of its status
 * @param frozen by whom and when
 * @param frozenBy by whom
 * @param frozenAs in which role and when
 * @param signed by whom and when, or empty
 * @param withdrawn by whom, when and why, or empty
 */
record SnapshotWords(
        String id,
        String address,
        String title,
        String kind,
        String period,
        String asOf,
        String knownAt,
        String funds,
        String rankedBy,
        String status,
        String tone,
        String frozen,
        String frozenBy,
        String frozenAs,
        String signed,
        String signedBy,
        String signedAs,
        String withdrawn,
        String digest) {

    static SnapshotWords of(Visit visit, RegisteredSnapshot s) {
        Say say = visit.say();
        SnapshotFrozen f = s.frozen();
        return new SnapshotWords(
                f.snapshot().value(),
                visit.to("snapshots", f.snapshot().value()).toString(),
                f.title(),
                say.word("snapshot.kind." + f.kind()),
                period(say, f),
                say.day(f.asOf()),
                say.instant(f.knownAt()),
                say.count(f.funds().size()),
                say.name(f.rankedBy()),
                say.word("snapshot.status." + s.status()),
                switch (s.status()) {
                    case FROZEN -> "gold";
                    case SIGNED -> "done";
                    case WITHDRAWN -> "plain";
                },
                say.word(
                        "snapshot.by",
                        f.voucher().actor().name(),
                        role(say, f.role()),
                        say.instant(s.frozenAt())),
                f.voucher().actor().name(),
                as(say, f.role(), s.frozenAt()),
                s.signed().map(x -> by(say, x)).orElse(""),
                s.signed().map(Signed::by).orElse(""),
                s.signed().map(x -> as(say, x.role(), x.at())).orElse(""),
                s.withdrawn()
                        .map(w ->
                                say.word(
                                                "snapshot.by",
                                                w.by(),
                                                role(say, w.role()),
                                                say.instant(w.at()))
                                        + " · "
                                        + w.reason())
                        .orElse(""),
                f.digest().hex());
    }

    private static String as(Say say, String role, Instant at) {
        return say.word("snapshot.as", role(say, role), say.instant(at));
    }

    private static String by(Say say, Signed signed) {
        return say.word(
                "snapshot.by", signed.by(), role(say, signed.role()), say.instant(signed.at()));
    }

    private static String role(Say say, String role) {
        return say.name("role." + role, role);
    }

    /** The month, quarter or day that a snapshot is of. */
    static String period(Say say, SnapshotFrozen f) {
        return Periods.name(say, f.kind(), f.asOf());
    }

    /** Whether somebody may still sign it who is not the one who froze it. */
    static boolean waitsFor(RegisteredSnapshot s, String actor) {
        return s.status() == RegisteredSnapshot.Status.FROZEN
                && !actor.equals(s.frozen().voucher().actor().name());
    }
}
