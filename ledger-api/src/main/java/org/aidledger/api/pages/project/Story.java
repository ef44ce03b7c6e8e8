package org.aidledger.api.pages.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.aidledger.api.pages.chart.Course;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;
import org.aidledger.projections.journal.Courses.Stand;

/** A project's money against its works over time, as a picture and as a table. */
final class Story {

    private final Say say;
    private final ProjectFigures project;

    Story(Say say, ProjectFigures project) {
        this.say = say;
        this.project = project;
    }

    /** A report of progress. */
    record Reported(LocalDate day, BigDecimal percent, String address) {}

    /** A day of the table beside the picture. */
    record Line(String day, String allocated, String disbursed, String paid, String progress) {}

    String picture(List<Stand> stands, List<Reported> reports, LocalDate until) {
        return Course.of(
                List.of(
                        new Course.Series("allocated", points(stands, Stand::allocated), true),
                        new Course.Series("disbursed", points(stands, Stand::disbursed), true),
                        new Course.Series("paid", points(stands, Stand::paid), true),
                        new Course.Series(
                                "progress",
                                reports.stream()
                                        .map(r ->
                                                new Course.Point(
                                                        r.day(), r.percent().doubleValue()))
                                        .toList(),
                                false)),
                milestones(),
                until,
                say.word("project.course.label"));
    }

    /** In percent of what is planned; of what was allocated most, where nothing is planned. */
    private List<Course.Point> points(List<Stand> stands, ToLongFunction<Stand> figure) {
        long whole =
                project.planned().isPositive()
                        ? project.planned().minorUnits()
                        : stands.stream().mapToLong(Stand::allocated).max().orElse(1);
        BigDecimal of = BigDecimal.valueOf(Math.max(1, whole));
        return stands.stream()
                .map(s ->
                        new Course.Point(
                                s.day(),
                                BigDecimal.valueOf(figure.applyAsLong(s))
                                        .movePointRight(2)
                                        .divide(of, 4, RoundingMode.HALF_UP)
                                        .doubleValue()))
                .toList();
    }

    private List<Course.Milestone> milestones() {
        return Stream.of(
                        milestone(project.started(), "STARTED"),
                        milestone(project.completed(), "COMPLETED"),
                        milestone(project.accepted(), "ACCEPTED"),
                        milestone(project.closed(), "CLOSED"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Course.Milestone> milestone(Optional<LocalDate> day, String name) {
        return day.map(d -> new Course.Milestone(d, say.word("milestone." + name)));
    }

    List<Line> table(List<Stand> stands, List<Reported> reports) {
        List<Line> lines = new ArrayList<>();
        List<LocalDate> days =
                Stream.concat(stands.stream().map(Stand::day), reports.stream().map(Reported::day))
                        .distinct()
                        .sorted()
                        .toList();
        for (LocalDate day : days) {
            Optional<Stand> stand =
                    stands.stream().filter(s -> !s.day().isAfter(day)).reduce((_, b) -> b);
            Optional<Reported> report =
                    reports.stream().filter(r -> !r.day().isAfter(day)).reduce((_, b) -> b);
            lines.add(
                    new Line(
                            say.date(day),
                            amount(stand.map(Stand::allocated)),
                            amount(stand.map(Stand::disbursed)),
                            amount(stand.map(Stand::paid)),
                            report.map(r -> say.number(r.percent(), 1) + "%").orElse(Say.NONE)));
        }
        return lines;
    }

    private String amount(Optional<Long> minorUnits) {
        return say.money(new Money(minorUnits.orElse(0L), project.planned().denomination()));
    }
}
