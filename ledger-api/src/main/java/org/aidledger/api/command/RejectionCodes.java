package org.aidledger.api.command;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aidledger.access.Denial;
import org.aidledger.approval.ApprovalRejection;
import org.aidledger.event.RequestReused;
import org.aidledger.finding.FindingRejection;
import org.aidledger.fund.FundRejection;
import org.aidledger.payee.PayeeRejection;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.SampleRejection;
import org.aidledger.snapshot.SnapshotRejection;

/**
 * Every code with which the ledger may refuse a command, found in the sealed hierarchies and what
 * they share.
 */
public final class RejectionCodes {

    private static final Map<String, Rejection> EXAMPLES = examples();

    private RejectionCodes() {}

    /** An example of a rejection for each code, in alphabetical order. */
    public static Map<String, Rejection> all() {
        return EXAMPLES;
    }

    private static Map<String, Rejection> examples() {
        Map<String, Rejection> examples = new TreeMap<>();
        Stream.of(
                        FundRejection.class,
                        FindingRejection.class,
                        ApprovalRejection.class,
                        PayeeRejection.class,
                        SnapshotRejection.class,
                        SampleRejection.class,
                        RequestReused.class,
                        Denial.class)
                .flatMap(RejectionCodes::records)
                .flatMap(RejectionCodes::examples)
                .forEach(rejection -> examples.putIfAbsent(rejection.code(), rejection));
        return Collections.unmodifiableMap(examples);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RejectionCodes::records)
                : Stream.of(type);
    }

    /** One example for each constant of an enum among the components: the code may depend on it. */
    private static Stream<Rejection> examples(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] sample = Arrays.stream(components).map(Samples::component).toArray();
        Stream<Object[]> variants = Stream.<Object[]>of(sample);
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().isEnum()) {
                int place = i;
                variants =
                        Stream.concat(
                                variants,
                                Arrays.stream(components[i].getType().getEnumConstants())
                                        .map(constant -> {
                                            Object[] variant = sample.clone();
                                            variant[place] = constant;
                                            return variant;
                                        }));
            }
        }
        return variants.map(values -> (Rejection) Records.create(type, values));
    }
}
