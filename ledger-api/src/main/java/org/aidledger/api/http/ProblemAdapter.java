package org.aidledger.api.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem where Tomcat refuses a request before anybody can see it, such as for a
 * broken request line; Tomcat's own answer has no body then.
 */
final class ProblemAdapter extends CoyoteAdapter {

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemAdapter(Connector connector) {
        super(connector);
    }

    /** Takes the place of Tomcat's own adapter as soon as that is there. */
    static void install(Connector connector) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                connector.getProtocolHandler().setAdapter(new ProblemAdapter(connector));
            }
        });
    }

    @Override
    protected boolean postParseRequest(
            org.apache.coyote.Request parsed,
            Request request,
            org.apache.coyote.Response answer,
            Response response)
            throws IOException, ServletException {
        boolean goesOn = super.postParseRequest(parsed, request, answer, response);
        if (answer.getStatus() < 400 || answer.isCommitted()) {
            return goesOn;
        }
        byte[] problem = JSON.writeValueAsBytes(ContainerErrors.of(answer.getStatus()).members());
        answer.setContentType(Problem.TYPE.toString());
        answer.setContentLength(problem.length);
        answer.doWrite(ByteBuffer.wrap(problem));
        return false;
    }
}
