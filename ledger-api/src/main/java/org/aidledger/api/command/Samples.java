package org.aidledger.api.command;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.RequestRefused;
import org.aidledger.fund.StatedFigures;
import org.aidledger.fund.Tender;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.payee.Pseudonym;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.Design;
import org.aidledger.sample.SampleId;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotId;

/**
 * One valid value for every component of every command and rejection: what the documentation shows,
 * and what a doubtful value is tried against to find out which one a record refuses.
 */
final class Samples {

    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("name", "阿克苏第二小学"),
                    Map.entry("donor", "浙江省"),
                    Map.entry("recipient", "阿克苏地区"),
                    Map.entry("category", "教育"),
                    Map.entry("place", "温宿县"),
                    Map.entry("sha256", ""),
                    Map.entry("finding", "F-2024-001"),
                    Map.entry("project", "P-1"),
                    Map.entry("unit", "m2"),
                    Map.entry("flow", "interest"),
                    Map.entry("asOf", "2024-06-30"),
                    Map.entry("knownAt", "2024-07-05T00:00:00Z"),
                    Map.entry("design", "random:25"),
                    Map.entry("seed", "2024-审计-17"));

    private Samples() {}

    /** A valid record of this type. */
    static <T> T record(Class<T> type) {
        Object[] values =
                Arrays.stream(type.getRecordComponents()).map(Samples::component).toArray();
        return Records.create(type, values);
    }

    /** A valid value of a component. */
    static Object component(RecordComponent component) {
        return of(component.getGenericType(), component.getName());
    }

    private static Object of(Type type, String name) {
        if (type instanceof ParameterizedType many) {
            Object one = of(many.getActualTypeArguments()[0], name);
            if (many.getRawType() == Optional.class) {
                return Optional.of(one);
            }
            return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return VALUES.containsKey(raw) ? VALUES.get(raw) : named(raw, name);
    }

    private static Object named(Class<?> type, String name) {
        if (type == String.class) {
            return TEXTS.getOrDefault(name, name);
        }
        if (type == ProjectId.class) {
            return new ProjectId(name.equals("to") ? "P-2" : "P-1");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2024, 6, 30);
        }
        if (type == int.class) {
            return name.equals("scale") ? 2 : 2024;
        }
        if (type == PostingId.class) {
            return new PostingId(name.equals("reverses") ? "pay-2024-0016" : "pay-2024-0017");
        }
        return record(type);
    }

    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(boolean.class, true),
                    Map.entry(long.class, 7L),
                    // 1 lies in the range of every policy item.
                    Map.entry(BigDecimal.class, BigDecimal.ONE),
                    Map.entry(Money.class, Money.of("1250000.00", "CNY")),
                    Map.entry(FundId.class, new FundId("zj-aksu-2024")),
                    Map.entry(
                            ApprovalId.class,
                            ApprovalId.of(
                                    new FundId("zj-aksu-2024"), new PostingId("pay-2024-0017"))),
                    Map.entry(FindingId.class, new FindingId("F-2024-001")),
                    Map.entry(SampleId.class, new SampleId("S-2024-01")),
                    Map.entry(Design.class, new Design.Random(25)),
                    Map.entry(AdjustmentId.class, new AdjustmentId("ADJ-1")),
                    Map.entry(SnapshotId.class, new SnapshotId("monthly-2024-06")),
                    Map.entry(
                            SnapshotDigest.class, new SnapshotDigest("0123456789abcdef".repeat(4))),
                    Map.entry(Instant.class, Instant.parse("2024-07-05T08:00:00Z")),
                    Map.entry(
                            Rejection.class,
                            new RequestRefused.ProjectUnknown(new ProjectId("P-1"))),
                    Map.entry(Payee.class, new Payee("新疆建工集团有限公司 6222")),
                    Map.entry(Pseudonym.class, new Pseudonym("payee-" + "0123456789".repeat(4))),
                    Map.entry(Actor.class, new Actor("王芳 (财务)")),
                    Map.entry(Organisation.class, new Organisation("ZJ/AKS")),
                    Map.entry(Portion.class, new Portion.Whole()),
                    Map.entry(Tender.class, new Tender.Tendered("ZB-2024-12")),
                    Map.entry(
                            ReallocationBasis.class,
                            new ReallocationBasis.UnderAdjustment(new AdjustmentId("ADJ-1"))),
                    Map.entry(
                            StatedFigures.class,
                            new StatedFigures.AtMost(
                                    "竣工项目", BigDecimal.valueOf(34), BigDecimal.valueOf(40))));
}
