package org.aidledger.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.outage.DatabaseAway;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Problems for errors that arise outside any controller. */
@RestController
class ContainerErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        int status = status(request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(Problem.TYPE);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
        }
        return answer.body(of(status).members());
    }

    /** Filters ask the database too, who is calling; it may be away then as at any other time. */
    private static int status(HttpServletRequest request) {
        boolean away =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                        .filter(e -> DatabaseAway.isBehind((Throwable) e))
                        .isPresent();
        return away
                ? HttpStatus.SERVICE_UNAVAILABLE.value()
                : Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        .map(code -> (Integer) code)
                        .orElse(HttpStatus.NOT_FOUND.value());
    }

    /** The problem behind a bare status. */
    static Problem of(int status) {
        ProblemCode code =
                switch (status) {
                    case 404 -> ProblemCode.NOT_FOUND;
                    case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
                    case 413 -> ProblemCode.BODY_TOO_LARGE;
                    case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> ProblemCode.LEDGER_BUSY;
                    default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.BAD_REQUEST;
                };
        return new Problem(status, code.name(), code.title(), code.title() + ".", Map.of());
    }
}
