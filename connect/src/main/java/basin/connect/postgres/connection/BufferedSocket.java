package basin.connect.postgres.connection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// A socket that is read in large pieces. The driver asks for 8 KiB at a time, each of them a call of the operating
/// system; whoever reads slower than the server sends finds more than that waiting.
final class BufferedSocket extends Socket {

    private static final int BYTES = 1 << 16;

    private @Nullable InputStream input;

    /// The same stream each time, since what it has read ahead belongs to whoever reads next.
    @Override
    public synchronized InputStream getInputStream() throws IOException {
        InputStream buffered = input;
        if (buffered == null) {
            buffered = new BufferedInputStream(super.getInputStream(), BYTES);
            input = buffered;
        }
        return buffered;
    }
}
