package org.aidledger.approval;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;

/**
 * What a command is about.
 *
 * @param command its written name, such as {@code pay-direct}
 * @param projects the projects it names
 * @param amount the amount it names, if it names one
 */
public record Subject(String command, List<ProjectId> projects, Optional<Money> amount) {

    public Subject {
        projects = List.copyOf(projects);
    }

    static Subject of(FundCommand command) {
        List<ProjectId> projects = new ArrayList<>();
        Optional<Money> amount = Optional.empty();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            switch (value(command, component)) {
                case ProjectId project -> projects.add(project);
                case Money money -> amount = Optional.of(money);
                case Portion.Exactly exactly -> amount = Optional.of(exactly.amount());
                default -> {} // says nothing that people look for first
            }
        }
        return new Subject(name(command.getClass().getSimpleName()), projects, amount);
    }

    private static Object value(FundCommand command, RecordComponent component) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }

    private static String name(String simple) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < simple.length(); i++) {
            char c = simple.charAt(i);
            if (Character.isUpperCase(c) && !name.isEmpty()) {
                name.append('-');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }
}
