package org.aidledger.api.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;

/**
 * The written names of commands, as in URLs, batches and spreadsheets: the record's name in kebab
 * case, {@code PayDirect} being {@code pay-direct}.
 */
public final class CommandNames {

    private static final ClassValue<String> WRITTEN =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> command) {
                    return command.getSimpleName()
                            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                            .toLowerCase(Locale.ROOT);
                }
            };

    private static final Map<String, Class<? extends FundCommand>> FUND = byName(FundCommand.class);
    private static final Map<String, Class<? extends FindingCommand>> FINDING =
            byName(FindingCommand.class);

    private static final Map<String, Class<? extends ApprovalCommand.Decision>> APPROVAL =
            byName(ApprovalCommand.Decision.class);

    private static final Map<String, Class<? extends PayeeCommand>> PAYEE =
            byName(PayeeCommand.class);

    private static final Map<String, Class<? extends SampleCommand.Examination>> SAMPLE =
            byName(SampleCommand.Examination.class);

    private CommandNames() {}

    /** Every command of a fund, by name in alphabetical order. */
    public static Map<String, Class<? extends FundCommand>> ofFunds() {
        return FUND;
    }

    /** Every command of a finding, by name in alphabetical order. */
    public static Map<String, Class<? extends FindingCommand>> ofFindings() {
        return FINDING;
    }

    /** Every decision about a request for approval, by name in alphabetical order. */
    public static Map<String, Class<? extends ApprovalCommand.Decision>> ofApprovals() {
        return APPROVAL;
    }

    /** Every command about a payee, by name in alphabetical order. */
    public static Map<String, Class<? extends PayeeCommand>> ofPayees() {
        return PAYEE;
    }

    /** Every command about a sample that is drawn, by name in alphabetical order. */
    public static Map<String, Class<? extends SampleCommand.Examination>> ofSamples() {
        return SAMPLE;
    }

    /** The command of a fund with this name, if there is one. */
    public static Optional<Class<? extends FundCommand>> fundCommand(String name) {
        return Optional.ofNullable(FUND.get(name));
    }

    /** The command of a finding with this name, if there is one. */
    public static Optional<Class<? extends FindingCommand>> findingCommand(String name) {
        return Optional.ofNullable(FINDING.get(name));
    }

    /** The written name of a command. */
    public static String of(Class<?> command) {
        return WRITTEN.get(command);
    }

    private static <C> Map<String, Class<? extends C>> byName(Class<C> sealed) {
        Map<String, Class<? extends C>> names = new TreeMap<>();
        records(sealed).forEach(c -> names.put(of(c), c.asSubclass(sealed)));
        return Collections.unmodifiableMap(names);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandNames::records)
                : Stream.of(type);
    }
}
