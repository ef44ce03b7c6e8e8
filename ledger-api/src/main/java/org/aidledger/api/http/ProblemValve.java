package org.aidledger.api.http;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems for requests that Tomcat refuses before they reach the application, such as a broken
 * request line. Made by Tomcat, by name.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, null);
        try {
            response.setContentType(Problem.TYPE.toString());
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Writer out = response.getReporter();
            if (out != null) {
                out.write(JSON.writeValueAsString(ContainerErrors.of(status).members()));
                response.finishResponse();
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(ProblemValve.class).debug("The client went away", e);
        }
    }
}
