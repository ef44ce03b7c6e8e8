package org.aidledger.api.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.outage.DatabaseAway;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.WrittenByLater;
import org.aidledger.proof.LogStopped;
import org.aidledger.rejection.CommandRejected;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever ends a request early into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Pattern COMMAND =
            Pattern.compile("/api/v1/(?:funds|findings)/[^/]+/(?!batches$)([^/]+)");

    private static final Problem NOTHING_HERE =
            Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException e) {
        return answer(e.problem(), new HttpHeaders());
    }

    /** Who asks what they may not know. */
    @ExceptionHandler
    ResponseEntity<Object> denied(CommandRejected e) {
        return answer(Problem.of(e.rejection()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(MalformedRequest e) {
        return answer(Problem.of(e.problems()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge e) {
        return answer(e.problem(), new HttpHeaders());
    }

    /** What Tomcat or the firewall notices only when the request is read; clients' mistakes all. */
    @ExceptionHandler({
        RequestRejectedException.class,
        InvalidParameterException.class,
        BadRequestException.class
    })
    ResponseEntity<Object> unreadable(Exception e) {
        LOG.debug("A request cannot be read: {}", e.toString());
        return answer(Problem.NOT_UNDERSTOOD, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> stopped(LogStopped e) {
        return answer(Problem.of(ProblemCode.LOG_STOPPED, e.getMessage() + "."), new HttpHeaders());
    }

    @ExceptionHandler(LedgerBusy.class)
    ResponseEntity<Object> busy(Exception e) {
        LOG.warn("A request was put off: {}", e.toString());
        return answer(
                Problem.of(
                        ProblemCode.LEDGER_BUSY,
                        "The ledger cannot reach its database or is too busy; send the same"
                                + " request again, its posting id keeps it from counting twice."),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(OutcomeUnknown e) {
        LOG.warn("A request's outcome is not known: {}", e.toString());
        return answer(
                Problem.of(
                        ProblemCode.OUTCOME_UNKNOWN,
                        "The database did not say in time whether it stored the request; send the"
                                + " same request again with the same postingId: it counts once, and"
                                + " its outcome is told."),
                new HttpHeaders());
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception e) {
        if (cause(e, AsyncRequestNotUsableException.class).isPresent()) {
            LOG.debug("A caller went away before the answer was written: {}", e.toString());
            return null;
        }
        if (DatabaseAway.isBehind(e)) {
            return busy(e);
        }
        Optional<Throwable> later = cause(e, WrittenByLater.class);
        if (later.isPresent()) {
            LOG.error("This release is too old: {}", later.get().getMessage());
            return answer(Problem.TOO_OLD, new HttpHeaders());
        }
        String errorId = UUID.randomUUID().toString();
        LOG.error("Error {}", errorId, e);
        return answer(internal(errorId), new HttpHeaders());
    }

    static Problem internal(String errorId) {
        Problem problem =
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "The log says more under the error id " + errorId + ".");
        return new Problem(
                problem.status(),
                problem.code(),
                problem.title(),
                problem.detail(),
                Map.of("errorId", errorId));
    }

    /** Spring's own exceptions: about methods, types, parameters. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Optional<Throwable> mine = cause(e, BodyTooLarge.class);
        if (mine.isPresent()) {
            return tooLarge((BodyTooLarge) mine.get());
        }
        if (e instanceof HttpRequestMethodNotSupportedException && isQuestion(request)) {
            return answer(NOTHING_HERE, new HttpHeaders());
        }
        return status.is5xxServerError() ? unexpected(e) : answer(ofSpring(e, status), headers);
    }

    /**
     * Whether somebody asks for something about a fund or finding that does not exist. It is not
     * the method that is wrong then, although any name may be posted to, as a command.
     */
    private static boolean isQuestion(WebRequest request) {
        if (!(request instanceof ServletWebRequest servlet)
                || !HttpMethod.GET.equals(servlet.getHttpMethod())) {
            return false;
        }
        Matcher name = COMMAND.matcher(servlet.getRequest().getRequestURI());
        return name.matches()
                && CommandNames.fundCommand(name.group(1)).isEmpty()
                && CommandNames.findingCommand(name.group(1)).isEmpty();
    }

    private static Problem ofSpring(Exception e, HttpStatusCode status) {
        return switch (e) {
            case NoResourceFoundException _ -> NOTHING_HERE;
            case HttpRequestMethodNotSupportedException x ->
                    Problem.of(
                            ProblemCode.METHOD_NOT_ALLOWED,
                            "%s is not possible here; possible: %s."
                                    .formatted(x.getMethod(), x.getSupportedHttpMethods()));
            case HttpMediaTypeNotSupportedException x ->
                    Problem.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send one of %s, and say so in Content-Type."
                                    .formatted(x.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException x ->
                    Problem.of(
                            ProblemCode.NOT_ACCEPTABLE,
                            x.getSupportedMediaTypes().isEmpty()
                                    ? "There is no such format."
                                    : "The answer comes as one of " + x.getSupportedMediaTypes());
            case MissingServletRequestParameterException x ->
                    Problem.of(
                            ProblemCode.MISSING_PARAMETER,
                            "The query parameter " + x.getParameterName() + " is missing.");
            case MethodArgumentTypeMismatchException x -> mismatch(x.getName(), x);
            case TypeMismatchException x ->
                    mismatch(Optional.ofNullable(x.getPropertyName()).orElse("a value"), x);
            case ErrorResponse _ when status.value() == 404 -> NOTHING_HERE;
            default ->
                    new Problem(
                            status.value(),
                            Problem.NOT_UNDERSTOOD.code(),
                            Problem.NOT_UNDERSTOOD.title(),
                            Problem.NOT_UNDERSTOOD.detail(),
                            Map.of());
        };
    }

    private static Problem mismatch(String name, TypeMismatchException e) {
        Class<?> type = Optional.<Class<?>>ofNullable(e.getRequiredType()).orElse(String.class);
        String detail =
                type.isEnum()
                        ? "%s must be one of %s"
                                .formatted(
                                        name,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Object::toString)
                                                .collect(Collectors.joining(", ")))
                        : own(e).orElse("%s cannot be '%s'".formatted(name, e.getValue()));
        return ProblemException.invalid(name, detail).problem();
    }

    /** What a value's own constructor said; other messages speak of classes. */
    private static Optional<String> own(Throwable e) {
        Throwable innermost = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            innermost = t;
        }
        boolean fromLedger =
                innermost.getClass() == IllegalArgumentException.class
                        && innermost.getStackTrace().length > 0
                        && innermost.getStackTrace()[0].getClassName().startsWith("org.aidledger.");
        return fromLedger ? Optional.ofNullable(innermost.getMessage()) : Optional.empty();
    }

    private static Optional<Throwable> cause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(Problem.TYPE);
        if (problem.status() == 503) {
            all.set(HttpHeaders.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
        }
        Map<String, Object> body = new LinkedHashMap<>(problem.members());
        return ResponseEntity.status(problem.status()).headers(all).body(body);
    }
}
