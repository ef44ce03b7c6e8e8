package org.aidledger.api.imports.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.access.Caller;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;

/** Gives everybody the template of what they may post. */
public final class SheetTemplates {

    private final CommandBinding binding;
    private final Map<String, Set<Role>> roles = new TreeMap<>();

    public SheetTemplates(CommandBinding binding) {
        this.binding = binding;
        CommandNames.ofFunds()
                .forEach((name, type) ->
                        roles.put(
                                name,
                                Permits.of(binding.fundCommand(name, binding.example(type)))));
    }

    /** The template with the commands that somebody may send. */
    public SheetTemplate of(Caller caller) {
        List<String> permitted =
                roles.entrySet().stream()
                        .filter(e -> e.getValue().stream().anyMatch(caller.roles()::contains))
                        .map(Map.Entry::getKey)
                        .toList();
        return new SheetTemplate(binding, permitted, caller.recordsForOthers());
    }
}
