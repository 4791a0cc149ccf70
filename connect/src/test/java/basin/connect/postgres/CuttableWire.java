package basin.connect.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A network between a client and a server that can break: a port of this machine behind which a server is, until
/// the wire is cut, by hand or once so many bytes of answers have passed.
final class CuttableWire implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);

    CuttableWire(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// Breaks all connections once so many more bytes have come back from the server.
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /// Breaks all connections now; new ones can be made.
    void cut() {
        sockets.forEach(CuttableWire::close);
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket(host, port);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, new AtomicLong(Long.MAX_VALUE)));
                Thread.ofVirtual().start(() -> pump(server, client, bytesLeft));
            } catch (IOException e) {
                // Closed, or the server is gone: the client sees it.
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (left.addAndGet(-n) < 0) {
                    cut();
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // Cut.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
