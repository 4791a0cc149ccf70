package basin.lake.change;

import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.scan.KeyRange;
import basin.lake.scan.Predicate;
import basin.lake.scan.ReadParquet;
import basin.lake.scan.TableScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// What a stretch of changes leaves behind, applied in order: the newest row of each key that still
/// has one, and the
/// keys that have none any more.
///
/// @param counts    what the changes were
/// @param truncated whether the table was emptied meanwhile: then the rows are all there are
/// @param rows      files with the rows, written for the table of newest rows; one row for each key
/// @param gone      files with the keys that go; none where the table was emptied
public record NetEffect(ChangeCounts counts, boolean truncated, List<ParquetFile> rows, List<ParquetFile> gone)
        implements AutoCloseable {

    private static final AtomicLong NUMBER = new AtomicLong();

    /// Where the rows of the table of newest rows are.
    ///
    /// @param key     its key; at least one column
    /// @param columns its columns
    /// @param layout  how its files are written, in the order of the columns
    /// @param scan    plans a scan of it
    public record Current(
            List<NestedField> key,
            List<NestedField> columns,
            ParquetLayout layout,
            Function<Predicate, TableScan> scan) {}

    /// Computes it.
    ///
    /// @param changes files of the raw table, in any order: the changes know theirs
    /// @param raw     the columns of that table; those that the table of newest rows has are called the
    ///                same in both
    /// @return to be closed once the rows are in the table, or nobody wants them any more
    public static NetEffect of(List<Path> changes, Schema raw, Current current, DuckConnection connection) {
        List<String> key = current.key().stream().map(NestedField::name).toList();
        return new Computation(new RawChanges(changes, raw, key), current, connection).run();
    }

    /// Deletes the files with the keys that go, which no table takes over. Those with rows stay.
    @Override
    public void close() {
        for (ParquetFile file : gone) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file.path(), e);
            }
        }
    }

    /// One computation, with the temporary tables it needs.
    private static final class Computation {
        private final RawChanges changes;
        private final Current current;
        private final DuckConnection connection;
        private final String suffix = "_" + NUMBER.incrementAndGet();
        private final String touched = "basin_touches" + suffix;
        private final String last = "basin_last" + suffix;
        private final String unsent = "basin_unsent" + suffix;

        Computation(RawChanges changes, Current current, DuckConnection connection) {
            this.changes = changes;
            this.current = current;
            this.connection = connection;
        }

        NetEffect run() {
            Overview overview = Overview.of(changes, connection);
            try {
                Touches touches = Touches.gather(touched, changes, overview, connection);
                connection.execute("CREATE TEMP TABLE " + last + " AS SELECT " + touches.key("")
                        + ", arg_max(place, position) AS place FROM " + touched + " GROUP BY " + touches.key(""));
                boolean truncated = overview.truncation().isPresent();
                List<ParquetFile> gone = truncated ? List.of() : gone(touches);
                return new NetEffect(overview.counts(), truncated, rows(overview, touches), gone);
            } finally {
                for (String table : List.of(touched, last, unsent)) {
                    connection.execute("DROP TABLE IF EXISTS " + table);
                }
            }
        }

        private List<ParquetFile> gone(Touches touches) {
            List<FieldIds.Field> ids = new ArrayList<>();
            for (int i = 0; i < touches.width(); i++) {
                ids.add(new FieldIds.Field(
                        touches.columns().get(i), current.key().get(i).fieldId()));
            }
            return ParquetWriter.write(
                    connection,
                    "SELECT " + touches.key("") + " FROM " + last + " WHERE place < 0",
                    new ParquetLayout(current.layout().folder(), new FieldIds(ids)));
        }

        private List<ParquetFile> rows(Overview overview, Touches touches) {
            List<String> lacking = overview.unsent().stream()
                    .filter(name -> current.columns().stream()
                            .anyMatch(column -> column.name().equals(name)))
                    .toList();
            if (lacking.isEmpty()) {
                return write(lacking, Optional.empty());
            }
            UnsentValues.find(unsent, "basin_stays" + suffix, lacking, touches, connection);
            if (overview.truncation().isPresent() || !anyStored()) {
                return write(lacking, Optional.empty());
            }
            Predicate range =
                    KeyRange.of(connection, "(FROM " + unsent + " WHERE stored)", current.key(), touches.columns());
            try (TableScan scan = current.scan().apply(range)) {
                scan.prepare(connection);
                try {
                    return write(lacking, Optional.of(scan.sql()));
                } finally {
                    scan.forget(connection);
                }
            }
        }

        private boolean anyStored() {
            List<@Nullable Object> any = connection
                    .fetch("SELECT count(*) FROM " + unsent + " WHERE stored")
                    .getFirst();
            return !Long.valueOf(0).equals(any.getFirst());
        }

        /// Writes the rows that remain: for each the last change that gave its key a row.
        ///
        /// @param lacking columns of which values have to be looked for
        /// @param stored  the rows that the table has, as a query, where some of those values are there
        private List<ParquetFile> write(List<String> lacking, Optional<String> stored) {
            List<NestedField> read = new ArrayList<>();
            List<String> values = new ArrayList<>();
            List<FieldIds.Field> names = current.layout().fieldIds().fields();
            for (int i = 0; i < current.columns().size(); i++) {
                Optional<NestedField> column =
                        changes.column(current.columns().get(i).name());
                if (column.isPresent()) {
                    read.add(column.get());
                    values.add(value(column.get(), lacking, stored.isPresent()) + " AS "
                            + TableName.quote(names.get(i).name()));
                }
            }
            String select = "SELECT " + String.join(", ", values) + " FROM " + placed(read) + " r JOIN " + last
                    + " l ON r.place = l.place";
            if (!lacking.isEmpty()) {
                select += " LEFT JOIN " + unsent + " u ON u.place = r.place" + sent(lacking) + stored(stored);
            }
            return ParquetWriter.write(connection, select, current.layout());
        }

        private static String value(NestedField column, List<String> lacking, boolean isStored) {
            String value = "r." + ReadParquet.alias(column);
            int number = lacking.indexOf(column.name());
            if (number < 0) {
                return value;
            }
            String stored = isStored ? " ELSE t." + TableName.quote(column.name()) : "";
            return "CASE WHEN u.place IS NULL THEN " + value + " WHEN u.v" + number + " IS NOT NULL THEN p" + number
                    + "." + ReadParquet.alias(column) + stored + " END";
        }

        /// For each column the changes that sent it.
        private String sent(List<String> lacking) {
            StringBuilder joins = new StringBuilder();
            for (int i = 0; i < lacking.size(); i++) {
                NestedField column = changes.column(lacking.get(i)).orElseThrow();
                joins.append(" LEFT JOIN (FROM ")
                        .append(placed(List.of(column)))
                        .append(" WHERE place IN (SELECT v" + i + " FROM " + unsent + ")) p" + i)
                        .append(" ON p" + i + ".place = u.v" + i);
            }
            return joins.toString();
        }

        private String stored(Optional<String> rows) {
            List<String> wanted = current.key().stream()
                    .map(column -> "t." + TableName.quote(column.name()))
                    .toList();
            List<String> keys =
                    IntStream.range(0, wanted.size()).mapToObj(i -> "u.k" + i).toList();
            return rows.map(sql -> " LEFT JOIN (" + sql + ") t ON u.stored AND " + Touches.pairs(wanted, keys))
                    .orElse("");
        }

        private String placed(List<NestedField> columns) {
            String names = columns.stream().map(ReadParquet::alias).collect(Collectors.joining(", "));
            return "(SELECT " + names + ", " + RawChanges.PLACE + " AS place FROM " + changes.read(columns) + ")";
        }
    }
}
