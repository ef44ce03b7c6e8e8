package org.aidledger.api.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a bundle line by line and takes no more memory than it was allowed. */
final class BundleLines {

    /** A member given twice would mean one thing to one reader and another to the next. */
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // Exact, and never infinite.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final InputStream in;
    private long left;
    private long number;

    /**
     * @param most bytes that are read in all
     */
    BundleLines(InputStream in, long most) {
        this.in = new BufferedInputStream(in);
        this.left = most;
    }

    /**
     * The next line, if there is one.
     *
     * @throws MalformedBundle if it is no JSON object, or the file is too large
     */
    Optional<JsonNode> next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b != '\n'; b = in.read()) {
            if (b < 0) {
                throw malformed("it breaks off");
            }
            if (--left < 0) {
                throw malformed(
                        "it is larger than the memory of this program allows (AIDLEDGER_JAVA_OPTS)");
            }
            line.write(b);
        }
        return Optional.of(object(line.toByteArray()));
    }

    private JsonNode object(byte[] line) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            JsonNode node = STRICT.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JacksonException | NumberFormatException _) {
            throw malformed("it is no JSON");
        }
        throw malformed("it is no JSON object");
    }

    MalformedBundle malformed(String reason) {
        return new MalformedBundle(number, reason);
    }
}
