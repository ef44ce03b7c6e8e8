package org.aidledger.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what decides in which form anything is answered, errors too: query and {@code Accept}. Both
 * are decoded only when somebody asks, so what cannot be decoded would else come up while a problem
 * is being written, and leave the client with an error of ours or an empty answer.
 */
final class ReadableHead extends OncePerRequestFilter {

    private final JsonMapper json;

    ReadableHead(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getHeaders(HttpHeaders.ACCEPT).asIterator().forEachRemaining(_ -> {});
            request.getParameterMap();
        } catch (InvalidParameterException _) {
            Problem problem = Problem.NOT_UNDERSTOOD;
            response.setStatus(problem.status());
            response.setContentType(Problem.TYPE.toString());
            json.writeValue(response.getOutputStream(), problem.members());
            return;
        }
        chain.doFilter(request, response);
    }
}
