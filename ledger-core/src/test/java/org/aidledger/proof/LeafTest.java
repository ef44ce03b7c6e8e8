package org.aidledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The canonical form of a leaf, as the architecture page tells it, and where tiles stand. */
class LeafTest {

    private static final StoredEvent EVENT =
            new StoredEvent(
                    42,
                    Instant.parse("2024-03-01T09:15:00.12Z"),
                    "aksu-2024",
                    7,
                    "018df9c4-7a10-7b3e-9f55-3d1c5c0e4a21",
                    "Fund",
                    "fund.funds-received",
                    "1",
                    "{\"fund\":\"aksu-2024\",\"amount\":\"1250000.00 CNY\"}"
                            .getBytes(StandardCharsets.UTF_8),
                    "{}".getBytes(StandardCharsets.UTF_8));

    /** Whoever changes the form has to change the page, and the form's name. */
    @Test
    void theExampleOfTheArchitecturePageIsRight() throws IOException {
        String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        assertThat(page)
                .contains(EVENT.leaf().text().indent(4))
                .contains(new String(EVENT.payload(), StandardCharsets.UTF_8))
                .contains(EVENT.leaf().hash().hex());
    }

    @Test
    void anotherPositionIsAnotherLeaf() {
        assertThat(EVENT.leafAt(42)).isEqualTo(EVENT.leaf());
        assertThat(EVENT.leafAt(43).hash()).isNotEqualTo(EVENT.leaf().hash());
    }

    @Test
    void noTextBringsALineOfItsOwn() {
        for (String text : List.of("a\nposition 43", "a\rb", "a\u0000", "a\u007f")) {
            StoredEvent odd =
                    new StoredEvent(
                            0,
                            Instant.EPOCH,
                            text,
                            0,
                            "id",
                            "Fund",
                            "name",
                            "1",
                            new byte[0],
                            new byte[0]);
            assertThatThrownBy(odd::leaf).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void instantsAreWrittenInMicroseconds() {
        assertThat(recorded("2024-12-31T23:59:59.999999Z")).contains("2024-12-31T23:59:59.999999Z");
        assertThat(recorded("1970-01-01T00:00:00Z")).contains("1970-01-01T00:00:00.000000Z");
        assertThat(recorded("0999-01-01T00:00:00Z")).contains("0999-01-01T00:00:00.000000Z");
        assertThatThrownBy(() -> recorded("2024-12-31T23:59:59.9999999Z"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> recorded("+10000-01-01T00:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String recorded(String instant) {
        Hash hash = Hash.EMPTY;
        return new Leaf(0, Instant.parse(instant), "s", 0, "i", "t", "n", "1", hash, hash).text();
    }

    @Test
    void pathsOfTilesAreWrittenAsTheSpecificationSays() {
        assertThat(TilePath.of(1_234_067, Tile.FULL)).isEqualTo("x001/x234/067");
        assertThat(TilePath.of(0, 17)).isEqualTo("000.p/17");
        assertThat(TilePath.parse("0", "x001/x234/067.p/1"))
                .isEqualTo(Optional.of(new Tile(0, 1_234_067, 1)));
        assertThat(TilePath.parse("6", "000")).isEqualTo(Optional.of(Tile.full(6, 0)));
        for (String path :
                List.of(
                        "",
                        "67",
                        "1234067",
                        "x000/067",
                        "001/x234/067",
                        "067.p/0",
                        "067.p/256",
                        "067.p/01",
                        "067.p",
                        "../067",
                        "x001/x234/x567/x890/x123/x456/067")) {
            assertThat(TilePath.parse("0", path)).as(path).isEmpty();
        }
        for (String level : List.of("", "00", "-1", "64", "entries", "7")) {
            assertThat(TilePath.parse(level, "000")).as(level).isEmpty();
        }
    }

    @Test
    void entriesAreReadBack() {
        byte[] bundle = EntryBundle.write(List.of(EVENT.leaf(), EVENT.leafAt(43)));
        assertThat(EntryBundle.hashes(bundle))
                .containsExactly(EVENT.leaf().hash(), EVENT.leafAt(43).hash());
        assertThatThrownBy(() -> EntryBundle.hashes(java.util.Arrays.copyOf(bundle, 100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
