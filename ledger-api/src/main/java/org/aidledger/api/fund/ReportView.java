package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Tabular;
import org.aidledger.indicator.FundFigures;

/** The report of a fund: its sums, and every project. As a table: the projects. */
record ReportView(@JsonUnwrapped Head head, Sums totals, List<ProjectView> projects)
        implements Tabular {

    private static final Columns<Head> HEAD = Columns.of(Head.class);
    private static final Columns<ProjectView> PROJECT = Columns.of(ProjectView.class);

    static ReportView of(FundFigures f) {
        return new ReportView(
                Head.of(f),
                Sums.of(f),
                f.projects().stream().map(p -> ProjectView.of(f, p)).toList());
    }

    @Override
    public List<String> columns() {
        return Stream.concat(HEAD.names().stream(), PROJECT.names().stream()).toList();
    }

    @Override
    public Stream<List<?>> rows() {
        List<?> beginning = HEAD.row().apply(head);
        return projects.stream()
                .map(p ->
                        Stream.<Object>concat(beginning.stream(), PROJECT.row().apply(p).stream())
                                .toList());
    }
}
