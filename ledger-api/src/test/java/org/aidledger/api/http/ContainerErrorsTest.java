package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** What goes wrong before any controller is asked. */
class ContainerErrorsTest {

    private static ResponseEntity<?> answer(Exception e) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
        return new ContainerErrors().error(request);
    }

    @Test
    void aDatabaseThatIsAwayWhileTheCallerIsLookedUpIsSaidToPass() {
        SQLException ended = new SQLException("terminating connection", "57P01");
        ResponseEntity<?> answer = answer(new IllegalStateException(ended));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(String.valueOf(answer.getBody())).contains("LEDGER_BUSY");
    }

    @Test
    void anyOtherMistakeIsOurs() {
        ResponseEntity<?> answer = answer(new IllegalStateException("a mistake of ours"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).contains("INTERNAL_ERROR");
    }
}
