package org.aidledger.api.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer as lines of JSON, each as soon as it is known. What goes wrong after the first
 * line can only be told in the last: a line {@code {"problem":{…}}}.
 */
public final class Ndjson {

    /** Media type of the answers. */
    public static final String TYPE = MediaType.APPLICATION_NDJSON_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(Ndjson.class);

    private final JsonMapper json;

    public Ndjson(JsonMapper json) {
        this.json = json;
    }

    /** Writes lines. */
    public interface Lines {

        /** One value on one line. */
        void line(Object value);

        /** Sends what was written so far. */
        void flush();
    }

    /** What writes the lines. */
    @FunctionalInterface
    public interface Body {
        void writeTo(Lines lines);
    }

    /** Answers with the lines that the body writes. */
    public void answer(HttpServletResponse response, Body body) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        OutputStream out = response.getOutputStream();
        Lines lines = new Written(json, out);
        try {
            body.writeTo(lines);
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the reader went away
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset();
                throw e;
            }
            String errorId = UUID.randomUUID().toString();
            LOG.error("Error {}", errorId, e);
            lines.line(Map.of("problem", ProblemAdvice.internal(errorId).members()));
        }
        out.flush();
    }

    private record Written(JsonMapper json, OutputStream out) implements Lines {

        @Override
        public void line(Object value) {
            try {
                out.write(json.writeValueAsBytes(value));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
