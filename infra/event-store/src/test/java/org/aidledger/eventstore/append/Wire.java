package org.aidledger.eventstore.append;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between a client and a server that can be cut after any byte, in either direction. */
final class Wire implements AutoCloseable {

    /** Which way bytes go. */
    enum Direction {
        REQUEST,
        ANSWER
    }

    /** What happens where the wire is cut. */
    enum Fault {
        /** Both ends notice at once. */
        CUT,
        /** Nobody notices: nothing arrives any more. */
        SILENCE
    }

    private record Plan(Direction direction, int after, Fault fault) {}

    private final ServerSocket entrance;
    private final int serverPort;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final Object lock = new Object();
    private Plan plan = new Plan(Direction.REQUEST, Integer.MAX_VALUE, Fault.CUT);
    private boolean down;

    Wire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Lets so many bytes more through in a direction, then does its worst, once. */
    void plan(Direction direction, int after, Fault fault) {
        synchronized (lock) {
            plan = new Plan(direction, after, fault);
        }
    }

    /** How often it has done so. */
    int faults() {
        return faults.get();
    }

    /** Cuts everything, and lets nobody in until it is up again. */
    void down(boolean is) {
        synchronized (lock) {
            down = is;
        }
        if (is) {
            sockets.forEach(Wire::cut);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                if (isDown()) {
                    cut(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    private boolean isDown() {
        synchronized (lock) {
            return down;
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> carry(client, server, Direction.REQUEST));
        Thread.ofVirtual().start(() -> carry(server, client, Direction.ANSWER));
    }

    private void carry(Socket from, Socket to, Direction direction) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                int through = through(direction, n);
                out.write(bytes, 0, through);
                if (through < n) {
                    if (faulty() == Fault.SILENCE) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                    break;
                }
            }
        } catch (IOException _) {
            // one end has gone
        }
        cut(from);
        cut(to);
    }

    private int through(Direction direction, int bytes) {
        synchronized (lock) {
            if (plan.direction() != direction || plan.after() == Integer.MAX_VALUE) {
                return bytes;
            }
            int through = Math.min(bytes, plan.after());
            plan = new Plan(direction, plan.after() - through, plan.fault());
            return through;
        }
    }

    private Fault faulty() {
        synchronized (lock) {
            faults.incrementAndGet();
            Fault fault = plan.fault();
            plan = new Plan(Direction.REQUEST, Integer.MAX_VALUE, fault);
            return fault;
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        sockets.forEach(Wire::cut);
    }
}
