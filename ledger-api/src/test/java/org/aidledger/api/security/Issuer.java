package org.aidledger.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider, as far as a ledger asks one: its description, its key, and whoever is
 * sent to sign in is signed in already.
 */
@SuppressWarnings("JavaUtilDate") // as the library wants them
final class Issuer implements AutoCloseable {

    static final String AUDIENCE = "aid-ledger";

    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final List<String> signedOut = new CopyOnWriteArrayList<>();
    private final RSAKey key;
    private final HttpServer server;
    private volatile Duration ago = Duration.ZERO;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/a",
                 "token_endpoint":"%1$s/t","end_session_endpoint":"%1$s/out","subject_types_supported":["public"]}\
                """
                        .formatted(url()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.createContext("/a", this::authorize);
        server.createContext("/t", this::exchange);
        server.createContext("/out", this::signOut);
        server.start();
    }

    /** Sends the browser back with a code. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = values(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, asked.getOrDefault("nonce", ""));
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        "%s?code=%s&state=%s"
                                .formatted(
                                        asked.get("redirect_uri"),
                                        code,
                                        URLEncoder.encode(
                                                asked.getOrDefault("state", ""),
                                                StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Sends the browser back to where it wants to go, without any state of its own. */
    private void signOut(HttpExchange exchange) throws IOException {
        Map<String, String> asked = values(exchange.getRequestURI().getRawQuery());
        signedOut.add(asked.getOrDefault("id_token_hint", ""));
        exchange.getResponseHeaders().add("Location", asked.get("post_logout_redirect_uri"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** The ID tokens of those who were signed out. */
    List<String> signedOut() {
        return signedOut;
    }

    /** Has those who sign in from now on have done so some time ago. */
    void signIn(Duration ago) {
        this.ago = ago;
    }

    /** Gives who signed in for a code, once. */
    private void exchange(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String nonce = nonces.remove(values(form).getOrDefault("code", ""));
        byte[] answer =
                (nonce == null
                                ? "{\"error\":\"invalid_grant\"}"
                                : "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}"
                                        .formatted(signed(person(nonce))))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(nonce == null ? 400 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private JWTClaimsSet.Builder person(String nonce) {
        return claims().claim("nonce", nonce).issueTime(Date.from(Instant.now().minus(ago)));
    }

    private static Map<String, String> values(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void answer(String path, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a good token says; change it to make it a bad one. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(AUDIENCE)
                .subject("s-1")
                .claim("preferred_username", "叶明辉")
                .claim("ledger_roles", List.of("auditor", "astronaut"))
                .claim("ledger_scope", List.of("ZJ/QZ"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                            claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
