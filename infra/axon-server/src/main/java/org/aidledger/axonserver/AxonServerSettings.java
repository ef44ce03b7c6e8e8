package org.aidledger.axonserver;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Axon Server is and how it is used.
 *
 * @param servers {@code host:port} of its gRPC, several separated by commas
 * @param context in which this ledger is alone
 * @param token that it wants, if it does
 * @param tls whether to speak TLS
 * @param certificate of the authority behind its certificate, as PEM; the usual ones if empty
 * @param newCopy whether an empty database may become the copy of events that are there
 * @param routing whether commands go through it to the node that is theirs
 */
@ConfigurationProperties("ledger.axon-server")
record AxonServerSettings(
        @DefaultValue("localhost:8124") String servers,
        @DefaultValue("default") String context,
        Optional<String> token,
        @DefaultValue("false") boolean tls,
        Optional<Path> certificate,
        @DefaultValue("false") boolean newCopy,
        @DefaultValue("true") boolean routing) {}
