package org.aidledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.junit.jupiter.api.Test;

/**
 * A fund made of what another one remembered is that fund: it decides as one that was folded from
 * all its events. {@code -Dledger.seed=N} runs one history.
 */
class MemoryLawsTest {

    private static final int HISTORIES = 100;
    private static final int COMMANDS = 100;

    private static final List<HistoryRun> RUNS =
            Histories.seeds(HISTORIES).mapToObj(seed -> Histories.run(seed, COMMANDS)).toList();

    private static FundState restored(FundState state) {
        MemoryWriter out = new MemoryWriter();
        state.write(out);
        FundState restored = new FundState();
        MemoryReader in = new MemoryReader(out.toBytes());
        restored.read(in);
        in.requireEnd();
        return restored;
    }

    /** At each command, with the snapshot taken a few events before it. */
    @Test
    void decidesEveryCommandAsOneFoldedFromAllEvents() {
        for (HistoryRun run : RUNS) {
            List<FundEvent> events = run.fundEvents();
            FundState loaded = new FundState();
            int known = 0;
            int recorded = 0;
            for (HistoryRun.Step step : run.steps()) {
                if (step.command() instanceof FundCommand command) {
                    while (recorded < step.known()) {
                        if (run.recorded().get(recorded++).event() instanceof FundEvent) {
                            loaded.on(events.get(known++));
                        }
                    }
                    assertThat(HistoryRun.answer(loaded, command))
                            .as("replay with -Dledger.seed=%s", run.seed())
                            .isEqualTo(step.answer());
                    if (known % 3 == 0) {
                        loaded = restored(loaded);
                    }
                }
            }
        }
    }

    /** Field by field, whatever any decision makes of them. */
    @Test
    void remembersEveryFieldOfTheState() {
        for (HistoryRun run : RUNS) {
            assertThat(restored(run.fund()))
                    .as("replay with -Dledger.seed=%s", run.seed())
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(run.fund());
        }
    }

    /** Or the test above would not notice that one is lost. */
    @Test
    void everyFieldOfTheStateHoldsSomethingInSomeHistory() throws IllegalAccessException {
        Set<String> all = new TreeSet<>();
        Set<String> filled = new TreeSet<>();
        for (HistoryRun run : RUNS) {
            visit(run.fund(), all, filled);
        }
        all.removeAll(filled);
        all.removeIf(field -> field.startsWith("Archive.")); // ArchiveTest has longer ones
        assertThat(all).as("fields in which nothing was ever seen").isEmpty();
        assertThat(filled).contains("Books.balances", "Site.freezes", "FundState.nextSequence");
    }

    private static void visit(Object root, Set<String> all, Set<String> filled)
            throws IllegalAccessException {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.remove();
            switch (next) {
                case Collection<?> many -> open.addAll(many);
                case Map<?, ?> map -> {
                    open.addAll(map.keySet());
                    open.addAll(map.values());
                }
                case Optional<?> maybe -> maybe.ifPresent(open::add);
                default -> {
                    if (next.getClass().getName().startsWith("org.aidledger.")) {
                        for (Field field : next.getClass().getDeclaredFields()) {
                            if (!Modifier.isStatic(field.getModifiers())) {
                                field.setAccessible(true);
                                Object value = field.get(next);
                                String name =
                                        next.getClass().getSimpleName() + "." + field.getName();
                                all.add(name);
                                if (holdsSomething(value)) {
                                    filled.add(name);
                                }
                                open.add(value);
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean holdsSomething(Object value) {
        return switch (value) {
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Optional<?> maybe -> maybe.isPresent();
            case Number number -> number.longValue() != 0;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case long[] numbers -> numbers.length > 0;
            default -> true;
        };
    }

    @Test
    void bytesThatAreNotAMemoryAreNoFund() {
        FundState state = RUNS.getFirst().fund();
        MemoryWriter out = new MemoryWriter();
        out.optional(Optional.of("F"), out::text);
        state.write(out);
        byte[] memory = out.toBytes();
        assertThat(Fund.remembering(memory).memory()).isEqualTo(memory);

        for (int length = 0; length < memory.length; length += 7) {
            byte[] half = Arrays.copyOf(memory, length);
            assertThatThrownBy(() -> Fund.remembering(half)).isInstanceOf(RuntimeException.class);
        }
        byte[] more = Arrays.copyOf(memory, memory.length + 1);
        assertThatThrownBy(() -> Fund.remembering(more)).isInstanceOf(RuntimeException.class);
    }
}
