package basin.connect.postgres.snapshot;

import basin.connect.digest.ChunkDigest;
import basin.connect.digest.KeyedDigest;
import basin.connect.digest.PieceDigest;
import basin.connect.digest.RowDigest;
import basin.connect.digest.RowDigests;
import basin.connect.digest.ShownRow;
import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.catalog.PgType;
import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.types.Canonical;
import basin.connect.postgres.types.ServerTraits;
import basin.connect.postgres.types.TypeTable;
import basin.core.rows.Field;
import basin.core.stream.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is asked of the server about the digests of a piece's rows, as [basin.connect.digest] defines them.
///
/// All of it reads the piece as a load does. Rows that have no place in the lake have no digest: SQL null.
final class DigestQuery {

    private static final String ROW = TableName.quote("basin: digest of the row");
    private static final String KEY = TableName.quote("basin: digest of the key");
    private static final int SHOWN_CHARACTERS = 1000;

    private final PlannedStream stream;
    private final Piece piece;

    DigestQuery(PlannedStream stream, Piece piece) {
        this.stream = stream;
        this.piece = piece;
    }

    /// The columns of [RowDigests#COLUMNS], as those of any table.
    static List<PlannedColumn> columns(ServerTraits server) {
        TypeTable types = new TypeTable(server);
        return RowDigests.COLUMNS.fields().stream()
                .map(field -> {
                    Attribute attribute = bigint(field);
                    return new PlannedColumn(attribute, field, types.wire(attribute));
                })
                .toList();
    }

    /// The sums, by piece.
    ChunkDigest sums(Connection connection, int pieces) throws SQLException {
        String sql = "select %s as number, count(*) as row_count, sum(%s) as high, sum(%s) as low from %s group by 1"
                .formatted(number(pieces), high(ROW), low(ROW), digested());
        Map<Integer, PieceDigest> sums = new HashMap<>();
        long unfit = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                long rows = result.getLong("row_count");
                int number = result.getInt("number");
                if (result.wasNull()) {
                    unfit = rows;
                } else {
                    sums.put(
                            number,
                            new PieceDigest(
                                    rows,
                                    result.getBigDecimal("high").toBigIntegerExact(),
                                    result.getBigDecimal("low").toBigIntegerExact()));
                }
            }
        }
        return new ChunkDigest(sums, unfit);
    }

    /// A query for the digests of rows that belong to some pieces.
    String rows(int pieces, Collection<Integer> wanted) {
        String numbers = wanted.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "select %s, %s, %s, %s from %s"
                .formatted(
                        high(KEY), low(KEY), high(ROW), low(ROW), digested(number(pieces) + " in (" + numbers + ")"));
    }

    /// Some rows, each once.
    List<ShownRow> show(Connection connection, Collection<KeyedDigest> wanted) throws SQLException {
        String texts = array(
                stream.columns(), column -> column.wire().canonical().text().apply(quoted(column)));
        String shown =
                array(stream.columns(), column -> "left((%s)::text, %d)".formatted(quoted(column), SHOWN_CHARACTERS));
        String keys = wanted.stream()
                .map(digest -> String.valueOf(digest.key().high()))
                .collect(Collectors.joining(", "));
        String rows = wanted.stream()
                .map(digest -> "(" + digest.row().high() + ", " + digest.row().low() + ")")
                .collect(Collectors.joining(", "));
        String sql =
                "select distinct %1$s as high, %2$s as low, %3$s as texts, %4$s as shown from %5$s where (%1$s, %2$s) in (%6$s)"
                        .formatted(high(ROW), low(ROW), texts, shown, digested(high(KEY) + " in (" + keys + ")"), rows);
        List<ShownRow> shownRows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                shownRows.add(new ShownRow(
                        new RowDigest(result.getLong("high"), result.getLong("low")),
                        strings(result.getArray("texts")),
                        strings(result.getArray("shown"))));
            }
        }
        return shownRows;
    }

    /// The columns of each row, and its digests. What is asked of these is kept from being put in their place,
    /// where it would be computed again for each use.
    private String digested() {
        String digests = stream.stream().schema().primaryKey().isEmpty() ? row() : row() + ", " + key();
        String digested = "(select %s, %s %s offset 0) as digested".formatted(columns(), digests, piece.source());
        return keyed(digested);
    }

    /// As above, of rows whose keys' digests fulfil a condition. Where there is a key, only those rows are digested
    /// as a whole, which is most of the work.
    private String digested(String condition) {
        if (stream.stream().schema().primaryKey().isEmpty()) {
            return "(select * from " + digested() + " where " + condition + ") as chosen";
        }
        return "(select *, %s from (select %s, %s %s offset 0) as keyed where %s offset 0) as digested"
                .formatted(row(), columns(), key(), piece.source(), condition);
    }

    /// A table without a key takes a row's digest for its key.
    private String keyed(String digested) {
        return stream.stream().schema().primaryKey().isEmpty()
                ? "(select *, %s as %s from %s) as keyed".formatted(ROW, KEY, digested)
                : digested;
    }

    private String row() {
        return digest(stream.columns()) + " as " + ROW;
    }

    private String key() {
        List<String> key = stream.stream().schema().primaryKey();
        return digest(key.stream().map(this::column).toList()) + " as " + KEY;
    }

    private String columns() {
        return stream.columns().stream().map(DigestQuery::quoted).collect(Collectors.joining(", "));
    }

    private PlannedColumn column(String name) {
        return stream.columns().stream()
                .filter(column -> column.field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// In hexadecimal digits; null for a row that has no place in the lake. Bytes are what the client would get of a
    /// text: UTF-8, whatever the database has.
    private String digest(List<PlannedColumn> columns) {
        String unfit = Canonical.any(stream.columns().stream()
                .map(column -> column.wire().canonical().unfit().apply(quoted(column)))
                .toList());
        List<String> texts = columns.stream()
                .map(column -> column.wire().canonical().text().apply(quoted(column)))
                .toList();
        String digest = "encode(sha256(textsend(" + Canonical.joined(texts) + ")), 'hex')";
        return unfit.isEmpty() ? digest : "case when not (" + unfit + ") then " + digest + " end";
    }

    private static String number(int pieces) {
        return "('x' || substr(%s, 1, 8))::bit(32)::bigint %% %d".formatted(KEY, pieces);
    }

    private static String high(String digest) {
        return "('x' || substr(" + digest + ", 1, 15))::bit(60)::bigint";
    }

    private static String low(String digest) {
        return "('x' || substr(" + digest + ", 17, 15))::bit(60)::bigint";
    }

    private static String array(List<PlannedColumn> columns, Function<PlannedColumn, String> expression) {
        return columns.stream().map(expression).collect(Collectors.joining(", ", "array[", "]"));
    }

    private static String quoted(PlannedColumn column) {
        return TableName.quote(column.field().name());
    }

    private static List<@Nullable String> strings(Array array) throws SQLException {
        return Arrays.asList((@Nullable String[]) array.getArray());
    }

    private static Attribute bigint(Field field) {
        return new Attribute(
                field.name(),
                1,
                new PgType.BuiltIn("int8"),
                -1,
                0,
                "bigint",
                true,
                false,
                Attribute.Origin.WRITTEN,
                "",
                "",
                true);
    }
}
