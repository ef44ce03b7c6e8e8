package org.aidledger.api.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;

/**
 * A list as an answer. In JSON: the members of its head, {@code items}, and {@code next}, the
 * cursor of the next page if there is one. As a table: each item is a row that begins with the
 * head; without an explicit limit the table goes on to the end of the list.
 *
 * @param all every item that the table shows
 */
public record Listing<H extends Record, T>(
        @JsonUnwrapped H head,
        List<T> items,
        Optional<String> next,
        @JsonIgnore Columns<T> itemColumns,
        @JsonIgnore Supplier<Stream<T>> all)
        implements Tabular {

    /** A list that is there as a whole, of which a page is wanted. */
    public static <H extends Record, T> Listing<H, T> ofWhole(
            H head, List<T> whole, Paging paging, Columns<T> columns) {
        int from = (int) Math.min(paging.after().position() + 1, whole.size());
        int to = Math.min(from + paging.limit(), whole.size());
        List<T> items = whole.subList(from, to);
        Optional<String> next =
                to < whole.size() ? Optional.of(new Cursor(to - 1, 0).text()) : Optional.empty();
        return new Listing<>(
                head,
                items,
                next,
                columns,
                () -> (paging.explicit() ? items : whole.subList(from, whole.size())).stream());
    }

    /** A list that is read page by page. */
    public static <H extends Record, T> Listing<H, T> ofPages(
            H head, Paging paging, Function<Cursor, Page<T>> pages, Columns<T> columns) {
        Page<T> first = pages.apply(paging.after());
        return new Listing<>(
                head,
                first.items(),
                first.next(),
                columns,
                () -> paging.explicit() ? first.items().stream() : rest(first, pages));
    }

    private static <T> Stream<T> rest(Page<T> first, Function<Cursor, Page<T>> pages) {
        return Stream.iterate(
                        Optional.of(first),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(Cursor::parse).map(pages))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    @Override
    public List<String> columns() {
        return Columns.joined(headColumns().names(), itemColumns.names());
    }

    @Override
    public Stream<List<?>> rows() {
        List<?> beginning = headColumns().row().apply(head);
        return all.get().map(item -> Columns.joined(beginning, itemColumns.row().apply(item)));
    }

    @SuppressWarnings("unchecked") // a head is of its own class
    private Columns<H> headColumns() {
        return Columns.ofHead((Class<H>) head.getClass());
    }
}
