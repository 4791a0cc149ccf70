package basin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The floor: binary COPY of the whole table over one connection, every byte dropped as it comes.
final class RawCopy {

    private RawCopy() {}

    /// Seconds it took.
    static double seconds(OrdersDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            long start = System.nanoTime();
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy public.orders to stdout (format binary)");
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (bytes == 0) {
                throw new IllegalStateException("the table is empty");
            }
            return seconds;
        }
    }
}
