package org.aidledger.api.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A request in the making; whoever spoils it changes its parts. */
final class Draft {

    final Operation operation;
    final Map<String, String> path = new LinkedHashMap<>();
    final List<Named> query = new ArrayList<>();
    final List<Named> headers = new ArrayList<>();
    String method;
    Optional<JsonNode> json = Optional.empty();
    byte[] body = new byte[0];

    /** Written into the address as it is. */
    String addressTail = "";

    /** Whether the request still is about the operation, so that the document speaks of it. */
    boolean addressed = true;

    /** Whether it is a whole request; the connection may be closed without an answer if not. */
    boolean framed = true;

    Framing framing = Framing.LENGTH;

    /** How the length of the body is said. */
    enum Framing {
        LENGTH,
        CHUNKS,
        TOO_LONG,
        NO_NUMBER,
        TWICE,
        BROKEN_CHUNKS
    }

    Draft(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    /** A name and its value, of the query or the head. */
    static final class Named {
        final String name;
        String value;

        Named(String name, String value) {
            this.name = name;
            this.value = value;
        }
    }

    void header(String name, String value) {
        headers.removeIf(h -> h.name.equalsIgnoreCase(name));
        headers.add(new Named(name, value));
    }

    /** Turns the JSON into bytes; from here on it is spoiled as bytes. */
    byte[] bytes() {
        json.ifPresent(tree -> body = tree.toString().getBytes(StandardCharsets.UTF_8));
        json = Optional.empty();
        return body;
    }

    /** The address as it goes over the wire. */
    String address() {
        String address = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            String written = escaped(value.getValue());
            address =
                    address.replace("{" + value.getKey() + "}", written)
                            .replace("{*" + value.getKey() + "}", written);
        }
        StringBuilder query = new StringBuilder();
        for (Named parameter : this.query) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(escaped(parameter.name))
                    .append('=')
                    .append(escaped(parameter.value));
        }
        return address + query + addressTail;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((Character.isLetterOrDigit(b) && b > 0) || "-._~:@,".indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append("%%%02X".formatted(b & 0xff));
            }
        }
        return escaped.toString();
    }

    /** The request as bytes. */
    byte[] wire() {
        byte[] content = bytes();
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(address()).append(" HTTP/1.1\r\n");
        head.append("Host: ledger.example\r\nConnection: close\r\n");
        headers.forEach(h ->
                head.append(h.name)
                        .append(": ")
                        .append(h.value.replaceAll("[\r\n]", " "))
                        .append("\r\n"));
        boolean hasBody = content.length > 0 || !method.equals("GET");
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        switch (framing) {
            case LENGTH -> head.append(hasBody ? "Content-Length: " + content.length + "\r\n" : "");
            case TOO_LONG ->
                    head.append("Content-Length: ").append(content.length + 100).append("\r\n");
            case NO_NUMBER -> head.append("Content-Length: many\r\n");
            case TWICE ->
                    head.append("Content-Length: 1\r\nContent-Length: ")
                            .append(content.length)
                            .append("\r\n");
            case CHUNKS, BROKEN_CHUNKS -> head.append("Transfer-Encoding: chunked\r\n");
        }
        head.append("\r\n");
        wire.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (framing == Framing.CHUNKS || framing == Framing.BROKEN_CHUNKS) {
            writeChunks(content, wire);
        } else {
            wire.writeBytes(content);
        }
        return wire.toByteArray();
    }

    private void writeChunks(byte[] content, ByteArrayOutputStream wire) {
        int half = content.length / 2;
        for (int[] part : new int[][] {{0, half}, {half, content.length - half}}) {
            if (part[1] > 0) {
                wire.writeBytes(
                        (Integer.toHexString(part[1]) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                wire.write(content, part[0], part[1]);
                wire.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        String end = framing == Framing.CHUNKS ? "0\r\n\r\n" : "zz\r\nxx";
        wire.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        String content = new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s"
                .formatted(
                        method,
                        shortened(address(), 600),
                        shortened(
                                headers.stream()
                                        .filter(h -> !h.name.equals("Authorization"))
                                        .map(h -> h.name + ": " + h.value)
                                        .toList()
                                        .toString(),
                                300),
                        shortened(json.map(JsonNode::toString).orElse(content), 900));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most) + "… (" + text.length() + " characters)";
    }
}
