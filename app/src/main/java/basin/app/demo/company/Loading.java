package basin.app.demo.company;

import basin.app.demo.company.draw.Sheet;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Moves a company into an empty Postgres database, several tables at once.
public record Loading(Company company, Progress progress) {
    private static final int COPY_BUFFER = 64 * 1024;
    private static final int TABLES_AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

    /// Opens connections to the database that is to be filled.
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    /// Creates types and tables, copies all rows and adds keys.
    ///
    /// @throws SQLException what the database answered; it is then filled in part and of no use
    /// @throws InterruptedException if the calling thread was told to stop waiting; the same holds
    public void into(Connections connections) throws SQLException, IOException, InterruptedException {
        run("tables.sql", connections);
        copy(connections);
        run("keys.sql", connections);
    }

    private static void run(String script, Connections connections) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute(Sheet.text(script));
        }
    }

    /// The longest tables go first, so that none is left to run alone at the end.
    private void copy(Connections connections) throws SQLException, IOException, InterruptedException {
        List<Callable<Void>> copies = company.tables().stream()
                .sorted(Comparator.comparingLong(Table::expectedRows).reversed())
                .map(table -> (Callable<Void>) () -> copy(table, connections))
                .toList();
        try (ExecutorService copiers = Executors.newFixedThreadPool(TABLES_AT_ONCE)) {
            for (Future<Void> copy : copiers.invokeAll(copies)) {
                copy.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException refused -> throw refused;
                case IOException cut -> throw cut;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private Void copy(Table table, Connections connections) throws SQLException, IOException {
        String copy = "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin";
        AtomicLong rows = new AtomicLong();
        try (Connection connection = connections.open();
                OutputStream stream =
                        new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy, COPY_BUFFER)) {
            CopyText text = new CopyText(stream, sent -> {
                rows.set(sent);
                tell(table.name(), sent, Math.max(sent, table.expectedRows()));
            });
            table.write(text);
            text.flush();
        }
        tell(table.name(), rows.get(), rows.get());
        return null;
    }

    private void tell(String table, long rows, long expected) {
        synchronized (progress) {
            progress.copied(table, rows, expected);
        }
    }
}
