package org.aidledger.api.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends bytes as they are, since no decent HTTP client would, and reads what comes back. */
final class Wire {

    /** Past this an answer counts as a hang. */
    static final long SECONDS = 20;

    /** Enough to judge an answer by; the rest is read and thrown away. */
    private static final int KEPT = 1 << 20;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer, -1 if nothing came in time
     * @param complete whether the body is here in full
     */
    @SuppressWarnings("ArrayRecordComponent") // replies are not compared
    record Reply(
            int status, Map<String, String> headers, byte[] body, boolean complete, long millis) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends one request on a connection of its own. */
    Reply send(byte[] request) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
            byte[] answer = exchange(socket, request, begun + TimeUnit.SECONDS.toNanos(SECONDS));
            return parse(answer, begun);
        } catch (SocketTimeoutException _) {
            return new Reply(-1, Map.of(), new byte[0], false, millis(begun));
        }
    }

    private static byte[] exchange(Socket socket, byte[] request, long deadline)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException _) {
            // The server had enough before the end; what it said can still be read.
        }
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answer.size() < KEPT) {
                    answer.write(buffer, 0, read);
                }
                if (isEndless(answer)) {
                    break;
                }
                if (System.nanoTime() > deadline) {
                    throw new SocketTimeoutException();
                }
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            // A reset after the answer, as it comes when a body was not read to its end.
        }
        return answer.toByteArray();
    }

    /** Server-sent events go on until the client goes. */
    private static boolean isEndless(ByteArrayOutputStream answer) {
        return answer.size() < 4096
                && answer.toString(StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("\r\ncontent-type: text/event-stream");
    }

    private static Reply parse(byte[] answer, long begun) {
        String head = new String(answer, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0 || !head.startsWith("HTTP/1.1 ")) {
            return new Reply(0, Map.of(), answer, false, millis(begun));
        }
        Map<String, String> headers = new HashMap<>();
        String[] lines = head.substring(0, end).split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        boolean chunked =
                headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .equals("chunked");
        boolean whole = !chunked || head.endsWith("0\r\n\r\n");
        return new Reply(
                Integer.parseInt(lines[0].substring(9, 12)),
                headers,
                chunked ? joined(body) : body,
                whole && answer.length < KEPT,
                millis(begun));
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int end = at;
            while (end < chunks.length && chunks[end] != '\r') {
                end++;
            }
            int size =
                    Integer.parseInt(
                            new String(chunks, at, end - at, StandardCharsets.US_ASCII), 16);
            if (size == 0) {
                break;
            }
            body.write(chunks, end + 2, Math.min(size, Math.max(0, chunks.length - end - 2)));
            at = end + 2 + size + 2;
        }
        return body.toByteArray();
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
