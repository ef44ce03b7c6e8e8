package org.aidledger.api.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.outage.DatabaseAway;
import org.aidledger.event.WrittenByLater;
import org.aidledger.proof.LogStopped;
import org.aidledger.rejection.CommandRejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page what went wrong with it, where programs would be told in JSON. */
final class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Frame frame;
    private final VisitResolver visits;

    PageErrors(Frame frame, VisitResolver visits) {
        this.frame = frame;
        this.visits = visits;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception e) {
        if (isForPrograms(request)) {
            return null;
        }
        Problem problem = problem(e);
        response.setStatus(problem.status());
        ExtendedModelMap model = new ExtendedModelMap();
        model.addAttribute("detail", Refusals.of(visits.say(request), problem).text());
        if (CurrentCaller.get().isPresent()) {
            Visit visit = visits.now(request);
            try {
                frame.aboutAll(model, visit, "");
            } catch (RuntimeException again) {
                // The page that says so must not need what is broken.
                LOG.warn("An error's page goes without its frame: {}", again.toString());
                frame.plain(model, visit.say());
            }
        } else {
            frame.plain(model, visits.say(request));
        }
        model.addAttribute("problem", problem);
        return new ModelAndView("pages/error", model);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator/")
                || path.startsWith("/assets/")
                || path.equals("/error");
    }

    private static Problem problem(Exception e) {
        return switch (e) {
            case ProblemException p -> p.problem();
            case CommandRejected r -> Problem.of(r.rejection());
            case LogStopped stopped ->
                    Problem.of(ProblemCode.LOG_STOPPED, stopped.getMessage() + ".");
            case Exception away when away instanceof LedgerBusy || DatabaseAway.isBehind(away) -> {
                LOG.warn("A page was put off: {}", e.toString());
                yield Problem.of(
                        ProblemCode.LEDGER_BUSY, "The ledger cannot reach its database just now.");
            }
            case Exception later
                    when DatabaseAway.causes(later).anyMatch(WrittenByLater.class::isInstance) -> {
                LOG.error("This release is too old: {}", e.toString());
                yield Problem.TOO_OLD;
            }
            case TypeMismatchException unread ->
                    ProblemException.invalid(
                                    Optional.ofNullable(unread.getPropertyName())
                                            .orElse("the address"),
                                    "A value in the address cannot be read.")
                            .problem();
            case ErrorResponse r when r.getStatusCode().value() == 404 ->
                    Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
            case ErrorResponse r when r.getStatusCode().is4xxClientError() ->
                    Problem.of(
                            ProblemCode.BAD_REQUEST,
                            Optional.ofNullable(r.getBody().getDetail()).orElse(""));
            default -> {
                String errorId = UUID.randomUUID().toString();
                LOG.error("Error {}", errorId, e);
                yield Problem.of(
                                ProblemCode.INTERNAL_ERROR,
                                "The log says more under the error id " + errorId + ".")
                        .with(Map.of("errorId", errorId));
            }
        };
    }
}
