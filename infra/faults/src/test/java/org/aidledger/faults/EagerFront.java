package org.aidledger.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A planted bug: it acknowledges a posting before the ledger has committed it, and hands it on a
 * moment later. As long as nothing breaks nobody can tell the difference.
 */
final class EagerFront implements AutoCloseable {

    private static final Duration LEISURE = Duration.ofSeconds(1);

    /** Small amounts in the second half of the year, which no rule refuses. */
    private static final Pattern SURE =
            Pattern.compile(
                    ".*\"effective\":\"2024-(0[7-9]|1[0-2]).*\"amount\":\"[1-9][0-9]?\\..*");

    private final HttpServer server;
    private final URI ledger;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    EagerFront(URI ledger) {
        this.ledger = ledger;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest request =
                    HttpRequest.newBuilder(ledger.resolve(exchange.getRequestURI()))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", header(exchange, "Authorization"))
                            .header("Content-Type", header(exchange, "Content-Type"))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
            if (isSure(exchange.getRequestURI(), body)) {
                reply(exchange, 201, "{\"repeated\":true}".getBytes(StandardCharsets.UTF_8));
                Thread.ofVirtual().start(() -> handOn(request));
            } else {
                var answer = client.send(request, BodyHandlers.ofByteArray());
                reply(exchange, answer.statusCode(), answer.body());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn(HttpRequest request) {
        try {
            Thread.sleep(LEISURE);
            client.send(request, BodyHandlers.discarding());
        } catch (IOException _) {
            // Lost, and nobody is told: that is the bug.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSure(URI address, byte[] body) {
        return !address.getPath().matches(".*/(batches|imports/.*)")
                && SURE.matcher(new String(body, StandardCharsets.UTF_8)).matches();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        client.close();
    }
}
