package org.aidledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.Receipt;
import org.aidledger.api.command.Receipts;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads commands from requests and answers what became of them. */
public final class CommandRequests {

    private static final String ACTOR = "actor";
    private static final String POSTING_ID = "postingId";
    private static final Pattern PREFER_WAIT =
            Pattern.compile("(?:.*[,;\\s])?wait=([0-9]{1,4})\\b.*");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final CommandBinding binding;
    private final Receipts receipts;
    private final HttpLimits limits;

    CommandRequests(CommandBinding binding, Receipts receipts, HttpLimits limits) {
        this.binding = binding;
        this.receipts = receipts;
        this.limits = limits;
    }

    /** The JSON value that a request brings. */
    public JsonNode body(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            return binding.parse(body);
        } catch (JacksonException e) {
            throw unwrapped(e);
        }
    }

    /** The fields of a command, with the header's key as posting id where they have none. */
    public ObjectNode fields(HttpServletRequest request) throws IOException {
        ObjectNode fields = inOwnName(CommandBinding.object(body(request)));
        key(request)
                .ifPresent(key -> {
                    JsonNode said = fields.get(POSTING_ID);
                    if (said == null) {
                        fields.put(POSTING_ID, key);
                    } else if (!said.isString() || !said.stringValue().equals(key)) {
                        throw ProblemException.invalid(
                                POSTING_ID,
                                "postingId and the header Idempotency-Key are both given and differ");
                    }
                });
        return fields;
    }

    /** Who does not say who acts is the one who acts. */
    public static ObjectNode inOwnName(ObjectNode fields) {
        if (!fields.has(ACTOR)) {
            CurrentCaller.get().ifPresent(you -> fields.put(ACTOR, you.actor().name()));
        }
        return fields;
    }

    /** The header {@code Idempotency-Key}, with or without the quotes of a structured field. */
    public Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .map(key ->
                        key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                                ? key.substring(1, key.length() - 1)
                                : key)
                .map(key -> {
                    if (!KEY.matcher(key).matches()) {
                        throw ProblemException.invalid(
                                "Idempotency-Key",
                                "Idempotency-Key must be 1 to 200 printable ASCII characters"
                                        + " without spaces");
                    }
                    return key;
                });
    }

    /** Answers the outcome of a command for a fund: 201, or 200 for a repeated request. */
    public ResponseEntity<Receipt> answerForFund(
            HttpServletRequest request, Outcome outcome, PostingId id) {
        return answer(request, outcome, id, true);
    }

    /** Answers the outcome of a command for a finding: 201, or 200 for a repeated request. */
    public ResponseEntity<Receipt> answerForFinding(
            HttpServletRequest request, Outcome outcome, PostingId id) {
        return answer(request, outcome, id, false);
    }

    private ResponseEntity<Receipt> answer(
            HttpServletRequest request, Outcome outcome, PostingId id, boolean ofFund) {
        return switch (outcome) {
            case Outcome.Refused refused -> throw new ProblemException(refused.rejection());
            case Outcome.Accepted accepted -> {
                Receipts.Stored stored = receipts.stored(accepted, id);
                Optional<String> subject = Optional.of(accepted.stream());
                Receipt receipt =
                        new Receipt(
                                subject.filter(_ -> ofFund),
                                subject.filter(_ -> !ofFund)
                                        .map(s -> s.substring(s.indexOf(':') + 1)),
                                id.value(),
                                stored.position(),
                                stored.eventIds(),
                                accepted.repeated(),
                                isVisible(request, stored.position()),
                                stored.breaches());
                yield ResponseEntity.status(accepted.repeated() ? 200 : 201).body(receipt);
            }
        };
    }

    /**
     * Whether reads include a position, after waiting for it as long as is usual here or as the
     * header {@code Prefer: wait=SECONDS} asks, if that is less.
     */
    public boolean isVisible(HttpServletRequest request, long position) {
        Duration atMost = limits.readYourWrites();
        String prefer = Optional.ofNullable(request.getHeader("Prefer")).orElse("");
        Matcher wait = PREFER_WAIT.matcher(prefer);
        if (wait.matches()) {
            Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
            atMost = wanted.compareTo(atMost) < 0 ? wanted : atMost;
        }
        return receipts.isVisible(position, atMost);
    }

    /** Whether the client asks in {@code Prefer} that a missing approval be asked for. */
    public boolean asksForApproval(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]", -1)))
                .anyMatch(wish -> wish.strip().equals("request-approval"));
    }

    /** Jackson wraps what the stream throws. */
    private static RuntimeException unwrapped(JacksonException e) throws IOException {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException io) {
                throw io;
            }
        }
        return e;
    }
}
