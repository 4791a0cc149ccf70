package basin.run.verify;

import basin.connect.digest.KeyedDigest;
import basin.connect.digest.PieceDigest;
import basin.connect.digest.RowDigest;
import basin.connect.digest.ShownRow;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.DuckConnection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The digests of the rows of a table in the lake, as [basin.connect.digest] defines them, computed by DuckDB.
///
/// For the thread of its connection.
final class LakeDigests {

    private static final String ROW = TableName.quote("basin: digest of the row");
    private static final String KEY = TableName.quote("basin: digest of the key");
    private static final int SHOWN_CHARACTERS = 1000;

    private final DuckConnection connection;
    private final String table;
    private final Schema schema;

    /// @param table a query for the rows
    /// @param schema of the stream that the table was loaded from; the table has these columns, and may have others
    LakeDigests(DuckConnection connection, String table, Schema schema) {
        this.connection = connection;
        this.table = table;
        this.schema = schema;
    }

    /// The sums, by piece.
    Map<Integer, PieceDigest> sums(int pieces) {
        Map<Integer, PieceDigest> sums = new HashMap<>();
        String sql = "select (%s)::integer, count(*), sum(%s), sum(%s) from %s group by 1"
                .formatted(number(pieces), high(ROW), low(ROW), digested("", "true"));
        for (List<@Nullable Object> row : connection.fetch(sql)) {
            sums.put(
                    (Integer) row.get(0),
                    new PieceDigest(
                            (Long) row.get(1),
                            ((BigDecimal) row.get(2)).toBigIntegerExact(),
                            ((BigDecimal) row.get(3)).toBigIntegerExact()));
        }
        return sums;
    }

    /// A query for the digests of the rows of some pieces: see [basin.connect.digest.RowDigests#COLUMNS].
    String rows(int pieces, Collection<Integer> wanted) {
        String numbers = wanted.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "select %s as key_high, %s as key_low, %s as row_high, %s as row_low from %s"
                .formatted(
                        high(KEY),
                        low(KEY),
                        high(ROW),
                        low(ROW),
                        digested("", number(pieces) + " in (" + numbers + ")"));
    }

    /// Some rows, each once.
    Map<RowDigest, ShownRow> show(Collection<KeyedDigest> wanted) {
        List<Field> fields = schema.fields();
        String texts = fields.stream().map(LakeDigests::text).collect(Collectors.joining(", ", "[", "]"));
        String shown = fields.stream()
                .map(field -> "left((%s)::varchar, %d)".formatted(TableName.quote(field.name()), SHOWN_CHARACTERS))
                .collect(Collectors.joining(", ", "[", "]"));
        String keys = wanted.stream()
                .map(digest -> String.valueOf(digest.key().high()))
                .collect(Collectors.joining(", "));
        String in = wanted.stream()
                .map(digest -> "(" + digest.row().high() + ", " + digest.row().low() + ")")
                .collect(Collectors.joining(", "));
        String sql = "select distinct %1$s, %2$s, texts, shown from %3$s where (%1$s, %2$s) in (%4$s)"
                .formatted(
                        high(ROW),
                        low(ROW),
                        digested(texts + " as texts, " + shown + " as shown, ", high(KEY) + " in (" + keys + ")"),
                        in);
        Map<RowDigest, ShownRow> rows = new HashMap<>();
        for (List<@Nullable Object> row : connection.fetch(sql)) {
            RowDigest digest = new RowDigest((Long) row.get(0), (Long) row.get(1));
            rows.put(digest, new ShownRow(digest, strings(row.get(2)), strings(row.get(3))));
        }
        return rows;
    }

    /// The digests of rows whose keys' digests fulfil a condition: only those rows are digested as a whole.
    ///
    /// @param more columns to stand beside them; empty, or ending in a comma
    private String digested(String more, String condition) {
        List<String> key = schema.primaryKey();
        String row = digest(schema.fields());
        String ofKey = key.isEmpty()
                ? row
                : digest(key.stream()
                        .map(name -> schema.field(name).orElseThrow())
                        .toList());
        return "(select %s%s as %s, %s from (select *, %s as %s from (%s) as lake_table) as keyed where %s) as digested"
                .formatted(more, key.isEmpty() ? KEY : row, ROW, KEY, ofKey, KEY, table, condition);
    }

    private static String digest(List<Field> fields) {
        return "sha256("
                + CanonicalText.joined(fields.stream().map(LakeDigests::text).toList()) + ")";
    }

    private static String text(Field field) {
        return CanonicalText.of(TableName.quote(field.name()), field.type());
    }

    private static String number(int pieces) {
        return "('0x' || substr(" + KEY + ", 1, 8))::bigint % " + pieces;
    }

    private static String high(String digest) {
        return "('0x' || substr(" + digest + ", 1, 15))::bigint";
    }

    private static String low(String digest) {
        return "('0x' || substr(" + digest + ", 17, 15))::bigint";
    }

    private static List<@Nullable String> strings(@Nullable Object list) {
        List<@Nullable String> strings = new ArrayList<>();
        for (@Nullable Object text : (List<?>) Objects.requireNonNull(list)) {
            strings.add((String) text);
        }
        return strings;
    }
}
