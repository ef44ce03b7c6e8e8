package org.aidledger.api.pages.fund;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;

/** The order of a table's rows: a column's name, with a minus before it for the largest first. */
final class Order {

    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

    /** Columns whose largest values come first at the first click. */
    private static final List<String> AMOUNTS =
            List.of("planned", "allocated", "disbursed", "paid", "gap", "progress");

    private Order() {}

    /**
     * The head of a column.
     *
     * @param address of the same table, sorted by it, or the other way round if it is already
     * @param direction {@code ascending}, {@code descending} or {@code none}
     */
    record Column(String name, String address, String direction) {}

    static Column column(Address here, String name) {
        String now = here.get(Choice.SORT);
        String first = AMOUNTS.contains(name) ? "-" + name : name;
        String second = AMOUNTS.contains(name) ? name : "-" + name;
        String next = now.equals(first) ? second : first;
        String direction =
                now.equals(name) ? "ascending" : now.equals("-" + name) ? "descending" : "none";
        return new Column(name, here.with(Choice.SORT, next).toString(), direction);
    }

    static Comparator<ProjectFigures> of(String sort) {
        boolean down = sort.startsWith("-");
        Comparator<ProjectFigures> order = by(down ? sort.substring(1) : sort);
        return (down ? order.reversed() : order).thenComparing(p -> p.id().value());
    }

    private static Comparator<ProjectFigures> by(String column) {
        return switch (column) {
            case "name" -> Comparator.comparing(p -> p.profile().name());
            case "planned" -> amount(ProjectFigures::planned);
            case "allocated" -> amount(ProjectFigures::allocated);
            case "disbursed" -> amount(ProjectFigures::disbursed);
            case "paid" -> amount(ProjectFigures::paid);
            case "gap" -> Comparator.comparing(p -> p.gapPoints().orElse(LOWEST));
            case "progress" -> Comparator.comparing(p -> p.physicalPercent().orElse(LOWEST));
            case "status" -> Comparator.comparing(ProjectFigures::status);
            default -> Comparator.comparing(p -> p.id().value());
        };
    }

    private static Comparator<ProjectFigures> amount(Function<ProjectFigures, Money> figure) {
        return Comparator.comparing(figure);
    }
}
