package org.aidledger.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The server that a command talks to, for as long as it needs it. */
sealed interface LedgerServer extends AutoCloseable permits RunningServer, OwnServer {

    /** Holds the URL of the server that runs on a data folder, while it does. */
    String URL_FILE = "server.url";

    /** Holds the key to that server, for whoever may read the folder. */
    String TOKEN_FILE = "cli.token";

    /** What a server answers at once as long as it runs. */
    String LIVENESS = "/actuator/health/liveness";

    /** Where its HTTP contract begins, without a slash at the end. */
    URI url();

    /** The key that it left for its own machine, if it can be read here. */
    Optional<String> token();

    @Override
    void close();

    /** The server named, else the one that runs on the data folder, else one started for now. */
    static LedgerServer find(Optional<URI> named, Path data, Class<?> application) {
        return named.<LedgerServer>map(url -> RunningServer.named(url, data))
                .or(() -> runningOn(data))
                .orElseGet(() ->
                        OwnServer.start(
                                application, data, new OwnServer.Listening(0, "127.0.0.1", false)));
    }

    /** The server that runs on a data folder. A file left by one that was killed does not count. */
    static Optional<RunningServer> runningOn(Path data) {
        try {
            URI url = URI.create(Files.readString(data.resolve(URL_FILE)).strip());
            return answers(url)
                    ? Optional.of(new RunningServer(url, tokenIn(data)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The key that the server on a data folder left there. */
    static Optional<String> tokenIn(Path data) {
        try {
            return Optional.of(Files.readString(data.resolve(TOKEN_FILE)).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static boolean answers(URI url) {
        Duration patience = Duration.ofSeconds(3);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + LIVENESS)).timeout(patience).build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(patience).build()) {
            // Any answer of Spring Boot's health page will do, and this one comes without the
            // database:
            // another ledger beside one that is unwell would put its key in the place of that
            // one's.
            String type =
                    http.send(request, BodyHandlers.ofString())
                            .headers()
                            .firstValue("content-type")
                            .orElse("");
            return type.contains("json");
        } catch (SSLException e) {
            // To start another one here would put its key in the place of the running one's.
            throw new Refused(
                    ("a ledger runs on this folder at %s, with a certificate that this machine does"
                                    + " not trust for that name; give --server https://NAME:%d and"
                                    + " a token")
                            .formatted(url, url.getPort()),
                    e);
        } catch (IOException | IllegalArgumentException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
