package basin.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes Parquet files, compressed with zstd. Safe to use from several threads.
///
/// What is written is complete or not there at all: when writing fails, its files are deleted before the
/// failure comes out. No rows make no file. Files are not forced to disk; whoever makes them count does
/// that.
public final class ParquetWriter {

    /// A row group is kept in memory until it has this size, before compression.
    private static final long ROW_GROUP_BYTES = 48L << 20;

    /// ...or so many rows, so that readers can skip some.
    private static final long ROW_GROUP_ROWS = 122_880;

    /// Takes a third of the time of zstd's usual level 3; files get somewhat larger, by 8 % where it was measured.
    private static final int ZSTD_LEVEL = 1;

    private static final String COPY = "copy (select * from (";

    /// Where the query starts in the statement that [#write(DuckConnection, String, ParquetLayout)]
    /// makes of it, in bytes: what DuckDB says about places counts from that statement's start.
    public static final int QUERY_OFFSET = COPY.length();

    private final Duck duck;

    public ParquetWriter(Duck duck) {
        this.duck = duck;
    }

    /// Writes all `rows`; the caller closes them afterwards.
    ///
    /// @return the files, in the order of the rows in them; empty if there were no rows
    /// @throws ProblemException what the rows threw; or that the disk is full or the memory too small
    public List<ParquetFile> write(Rows rows, ParquetLayout layout) {
        return write(rows, Map.of(), layout);
    }

    /// As the other, with more columns, in which all rows have the same value.
    ///
    /// @param constants by the name of the column its value, in SQL
    public List<ParquetFile> write(Rows rows, Map<String, String> constants, ParquetLayout layout) {
        DistinctlyNamedRows distinct = DistinctlyNamedRows.of(rows);
        StringBuilder columns = new StringBuilder("select *");
        constants.forEach((name, value) ->
                columns.append(", ").append(value).append(" as ").append(TableName.quote(name)));
        try (DuckConnection connection = duck.connect();
                OfferedRows offered = connection.offer(distinct)) {
            return write(connection, columns + " from " + offered.name(), layout.named(distinct, constants.keySet()));
        }
    }

    /// Writes the result of a query, which sees what `connection` sees.
    ///
    /// @param select a query without a semicolon at its end
    /// @return as above
    /// @throws ProblemException where the query or the writing fails
    public static List<ParquetFile> write(DuckConnection connection, String select, ParquetLayout layout) {
        String name = FileNames.next().toString();
        createFolder(layout.folder());
        try {
            connection.execute(copy(select, name, layout));
            return written(connection, layout.folder(), name);
        } catch (RuntimeException | Error e) {
            deleteFiles(layout.folder(), name, e);
            throw e;
        }
    }

    /// The files that are there now, with what their footers say.
    private static List<ParquetFile> written(DuckConnection connection, Path folder, String name) {
        List<String> paths = new ArrayList<>();
        for (Path file = file(folder, name, 0); Files.exists(file); file = file(folder, name, paths.size())) {
            paths.add(Sql.text(file.toString()));
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        String footers =
                "select file_name, num_rows, file_size_bytes::bigint from parquet_file_metadata(" + paths + ")";
        return connection.fetch(footers).stream()
                .map(ParquetWriter::file)
                .sorted(Comparator.comparingInt(
                        file -> paths.indexOf(Sql.text(file.path().toString()))))
                .toList();
    }

    private static ParquetFile file(List<?> footer) {
        return new ParquetFile(Path.of((String) footer.get(0)), (long) footer.get(1), (long) footer.get(2));
    }

    private static Path file(Path folder, String name, int number) {
        return folder.resolve(name + "-" + number + ".parquet");
    }

    private static String copy(String select, String name, ParquetLayout layout) {
        String order = layout.sortedBy().isEmpty()
                ? ""
                : layout.sortedBy().stream().map(TableName::quote).collect(Collectors.joining(", ", " order by ", ""));
        String fieldIds = layout.fieldIds().fields().isEmpty()
                ? ""
                : ", field_ids " + layout.fieldIds().sql();
        return COPY + select + ")" + order + ") to "
                + Sql.text(layout.folder().toString())
                + " (format parquet, compression zstd, compression_level " + ZSTD_LEVEL + ", row_group_size "
                + ROW_GROUP_ROWS
                + ", row_group_size_bytes " + ROW_GROUP_BYTES
                + ", file_size_bytes " + layout.fileBytes()
                + ", filename_pattern " + Sql.text(name + "-{i}")
                + ", overwrite_or_ignore true, write_empty_file false" + fieldIds + ")";
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("cannot create the folder '" + folder + "'", Place.NOWHERE)
                            .because(e.toString()),
                    e);
        }
    }

    private static void deleteFiles(Path folder, String name, Throwable failure) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
