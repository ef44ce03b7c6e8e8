package org.aidledger.eventstore.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.eventstore.stored.EventNames.Stored;
import org.aidledger.eventstore.stored.SampleEvents.Sample;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was stored once can be read for ever. Each event has a sample of its stored form, laid out
 * for people but otherwise as it is in the database, in {@code stored-events/NAME.REVISION.json},
 * or {@code NAME.REVISION.VARIANT.json} for further forms. Samples are added, never changed.
 */
class StoredEventsTest {

    private static final Path FOLDER = Path.of("src/test/resources/stored-events");

    private final EventNames names = EventNames.ofLedger();
    private final EventSerializer serializer = new EventSerializer(names);

    static List<Sample> samples() {
        return SampleEvents.all();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyEventHasASample() {
        assertThat(samples().stream().map(s -> stored(s.event())).collect(toSet()))
                .as("add the new event to SampleEvents")
                .isEqualTo(names.all());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writingGivesTheSample(Sample sample) throws IOException {
        Path file = file(sample);
        String written = laidOut(sample.event());
        assertThat(file).as("keep this in it:%n%s%n", written).exists();
        assertThat(Files.readString(file)).isEqualTo(written + "\n");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readingTheSampleGivesTheEvent(Sample sample) throws IOException {
        assertThat(read(file(sample))).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySampleEverKeptIsStillRead(Path file) throws IOException {
        assertThat(read(file)).isInstanceOf(LedgerEvent.class);
    }

    @Test
    void namesAreStoredNotClasses() {
        for (Sample sample : samples()) {
            var type = serializer.serialize(sample.event(), byte[].class).getType();
            assertThat(new Stored(type.getName(), type.getRevision()))
                    .isEqualTo(stored(sample.event()));
            assertThat(new String(bytes(sample.event()), UTF_8))
                    .doesNotContain("org.aidledger", "@class");
        }
    }

    @Test
    void aNameOfALaterReleaseGoesToItsFamilyAndFailsPlainly() {
        SerializedObject<byte[]> later = object("fund.funds-teleported", "1", "{}");
        assertThat(serializer.classForType(later.getType())).isEqualTo(FundEvent.class);
        assertThat(serializer.classForType(object("finding.sold", "1", "{}").getType()))
                .isEqualTo(FindingEvent.class);
        assertThatThrownBy(() -> serializer.<byte[], Object>deserialize(later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("fund.funds-teleported");
    }

    @Test
    void aRevisionOfALaterReleaseFailsPlainly() {
        assertThatThrownBy(() ->
                        serializer.<byte[], Object>deserialize(
                                object("fund.funds-received", "2", "{}")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision 2");
    }

    @Test
    void aComponentTooManyOrTooFewIsNotLetGo() throws IOException {
        String sample = Files.readString(FOLDER.resolve("fund.plan-issued.1.json"));
        assertThatThrownBy(() ->
                        read(
                                "fund.plan-issued",
                                sample.replace("{\n  \"fund\"", "{\"x\":1,\"fund\"")))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(
                        () -> read("fund.plan-issued", sample.replace("  \"version\" : 1,\n", "")))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(
                        () -> read("fund.plan-issued", sample.replace("\"zj-aks-2024\"", "null")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void metadataIsKeptAsWellAndNothingElse() {
        MetaData metaData = MetaData.with("key", "值");
        SerializedObject<byte[]> kept = serializer.serialize(metaData, byte[].class);
        assertThat(serializer.<byte[], MetaData>deserialize(kept)).isEqualTo(metaData);
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    private static Stored stored(LedgerEvent event) {
        StoredAs annotation = event.getClass().getAnnotation(StoredAs.class);
        return new Stored(annotation.value(), annotation.revision());
    }

    private static Path file(Sample sample) {
        Stored stored = stored(sample.event());
        String variant = sample.variant().isEmpty() ? "" : "." + sample.variant();
        return FOLDER.resolve(stored.name() + "." + stored.revision() + variant + ".json");
    }

    private byte[] bytes(LedgerEvent event) {
        return serializer.serialize(event, byte[].class).getData();
    }

    /** The written form with line breaks. */
    private String laidOut(LedgerEvent event) {
        String laidOut =
                serializer
                        .getObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(event);
        assertThat(laidOut.replaceAll("\\s", ""))
                .isEqualTo(new String(bytes(event), UTF_8).replaceAll("\\s", ""));
        return laidOut.replace(System.lineSeparator(), "\n");
    }

    private Object read(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.", -1);
        return serializer.<byte[], Object>deserialize(
                object(parts[0] + "." + parts[1], parts[2], Files.readString(file)));
    }

    private Object read(String name, String json) {
        return serializer.<byte[], Object>deserialize(object(name, "1", json));
    }

    private static SerializedObject<byte[]> object(String name, String revision, String json) {
        return new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, revision);
    }
}
