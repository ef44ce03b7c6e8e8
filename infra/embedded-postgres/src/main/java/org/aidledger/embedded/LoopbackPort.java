package org.aidledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port on the loopback interface. */
record LoopbackPort(int number) {

    static final String HOST = "127.0.0.1";

    private static final InetAddress ADDRESS = InetAddress.ofLiteral(HOST);

    /** One that nobody listens on at this moment; it is not reserved. */
    static LoopbackPort unused() throws IOException {
        try (var socket = new ServerSocket(0, 1, ADDRESS)) {
            return new LoopbackPort(socket.getLocalPort());
        }
    }

    boolean isUnused() {
        try (var socket = new ServerSocket(number, 1, ADDRESS)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
