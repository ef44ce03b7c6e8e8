package org.aidledger.api.pages.bulletins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.sheet.Cell;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.api.sheet.Table;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;

/**
 * A bulletin as a spreadsheet, a table for each of its parts. What was frozen gives the same file,
 * byte for byte: it says nothing of when it was made, and nothing that is not of the snapshot.
 */
final class BulletinSheet {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern MADE =
            Pattern.compile("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>");

    private static final int WIDE = 34;
    private static final int NARROW = 18;

    private BulletinSheet() {}

    static byte[] of(Say say, RegisteredSnapshot snapshot, Bulletins.Made made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Spreadsheet file = new Spreadsheet()) {
            about(say, file.table(say.word("snapshot.about"), NARROW, 80), snapshot);
            int number = 1;
            for (Section section : made.sections()) {
                part(say, file, number++ + " " + section.heading(), section);
            }
            file.writeTo(out);
        }
        return repeatable(out.toByteArray());
    }

    private static void about(Say say, Table table, RegisteredSnapshot snapshot) {
        SnapshotFrozen f = snapshot.frozen();
        table.title(f.title());
        line(table, say.word("snapshots.kind"), say.word("snapshot.kind." + f.kind()));
        line(table, say.word("snapshots.id"), f.snapshot().value());
        table.row(Cell.text(say.word("snapshots.asof")), Cell.day(f.asOf()));
        line(table, say.word("snapshots.known"), f.knownAt().toString());
        line(table, say.word("snapshots.rankedby"), say.name(f.rankedBy()));
        line(table, say.word("snapshots.frozen"), f.voucher().actor().name());
        line(
                table,
                say.word("snapshots.signed"),
                snapshot.signed().map(RegisteredSnapshot.Signed::by).orElse(Say.NONE));
        line(table, say.word("column.status"), say.word("snapshot.status." + snapshot.status()));
        line(table, "SHA-256", f.digest().hex());
        f.funds().forEach(fund -> line(table, say.word("bulletin.fund"), fund.value()));
    }

    private static void line(Table table, String name, String value) {
        table.row(Cell.text(name), Cell.text(value));
    }

    private static void part(Say say, Spreadsheet file, String name, Section section) {
        List<String> names = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        List<Boolean> madeOf = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            Column column = section.columns().get(i);
            int at = i;
            boolean small = section.rows().stream().anyMatch(r -> !r.get(at).small().isEmpty());
            names.add(column.name());
            widths.add(column.figures() ? NARROW : WIDE);
            madeOf.add(small);
            if (small) {
                names.add(
                        i == 0
                                ? say.word("snapshots.id")
                                : column.name() + " " + say.word("column.made"));
                widths.add(WIDE);
            }
        }
        Table table = file.table(name, widths.stream().mapToInt(Integer::intValue).toArray());
        table.title(section.heading());
        if (!section.note().isEmpty()) {
            table.note(section.note());
        }
        if (section.rows().isEmpty()) {
            return;
        }
        table.heading(names);
        for (List<Value> row : section.rows()) {
            List<Cell> cells = new ArrayList<>();
            boolean warns = false;
            for (int i = 0; i < row.size(); i++) {
                Value value = row.get(i);
                warns |= value.warns();
                cells.add(
                        value.exact()
                                .<Cell>map(x -> new Cell.Number(x, true))
                                .orElseGet(() -> Cell.text(value.text())));
                if (madeOf.get(i)) {
                    cells.add(Cell.text(value.small()));
                }
            }
            table.row(cells, warns ? Table.Emphasis.ALERT : Table.Emphasis.NONE);
        }
    }

    /**
     * Without the time at which it was written. What writes it leaves the sizes of entries open
     * until their ends, which only the directory at the end of a file tells; so it goes through
     * one.
     */
    private static byte[] repeatable(byte[] written) throws IOException {
        Path file = Files.createTempFile("bulletin", ".xlsx");
        try {
            Files.write(file, written);
            return repeatable(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] repeatable(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content;
                try (InputStream bytes = in.getInputStream(entry)) {
                    content = bytes.readAllBytes();
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                zip.putNextEntry(same);
                zip.write(entry.getName().equals(PROPERTIES) ? timeless(content) : content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] timeless(byte[] properties) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return MADE.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
