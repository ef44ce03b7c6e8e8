package org.aidledger.api.pages.post;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.access.Caller;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.pages.form.Form;
import org.aidledger.fund.FundCommand;
import org.springframework.stereotype.Component;

/** The form of every command of a fund, and who may use it. */
@Component
final class Forms {

    static final String OPEN = "open-fund";

    private final Map<String, Offered> forms = new LinkedHashMap<>();

    Forms(CommandBinding binding) {
        commands(FundCommand.class)
                .forEach(type -> {
                    String name = CommandNames.of(type);
                    FundCommand example = binding.fundCommand(name, binding.example(type));
                    forms.put(
                            name,
                            new Offered(
                                    new Form(name, type), Task.of(example), Permits.of(example)));
                });
    }

    /**
     * A form that some may use.
     *
     * @param roles that may send its command
     */
    record Offered(Form form, Task task, Set<Role> roles) {

        boolean isFor(Caller caller) {
            return roles.stream().anyMatch(caller.roles()::contains);
        }
    }

    /** In the order in which they are declared, which is that of a fund's life. */
    private static Stream<Class<?>> commands(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Forms::commands)
                : Stream.of(type);
    }

    /** Those for a fund that is open, for whoever is calling. */
    List<Offered> of(Caller caller) {
        return forms.values().stream()
                .filter(f -> f.task() != Task.OPENING && f.isFor(caller))
                .toList();
    }

    /**
     * The form of a command.
     *
     * @throws org.aidledger.rejection.CommandRejected if the caller may not send it
     */
    Optional<Form> find(Caller caller, String command) {
        Optional<Offered> known = Optional.ofNullable(forms.get(command));
        known.filter(f -> !f.isFor(caller))
                .ifPresent(f -> {
                    throw RightMissing.of(command, f.roles()).asException();
                });
        return known.map(Offered::form);
    }
}
