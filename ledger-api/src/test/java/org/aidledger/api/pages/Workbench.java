package org.aidledger.api.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.demo.Demo;
import org.aidledger.api.security.DemoPeople;
import org.aidledger.api.snapshot.DemoSnapshots;
import org.aidledger.event.EventLog;
import org.aidledger.projections.status.ReadSide;
import org.springframework.context.ConfigurableApplicationContext;

/** The demonstration, started and filled once for all tests of pages. */
final class Workbench {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Workbench() {}

    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT = start();

        private static ConfigurableApplicationContext start() {
            ConfigurableApplicationContext context = Api.other("--ledger.demo=true").context();
            context.getBean(DemoPeople.class).settle();
            Demo.seed(context.getBean(CommandSink.class), (_, _) -> {});
            context.getBean(DemoSnapshots.class).settle();
            if (!context.getBean(ReadSide.class)
                    .awaitPosition(context.getBean(EventLog.class).head(), Duration.ofMinutes(5))) {
                throw new IllegalStateException("the read side did not come to the end");
            }
            return context;
        }
    }

    static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    static String url() {
        return "http://localhost:"
                + Running.CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A page or an answer, as somebody with a role. */
    static HttpResponse<String> get(Role role, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", "Bearer " + DemoPeople.token(role));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A file, as somebody with a role. */
    static byte[] file(Role role, String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(url() + path))
                                    .header("Authorization", "Bearer " + DemoPeople.token(role))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command over the HTTP contract. */
    static HttpResponse<String> post(Role role, String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", "Bearer " + DemoPeople.token(role))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Not signed in. */
    static HttpResponse<String> getAsStranger(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
