package basin.run.verify;

import basin.connect.digest.RowDigest;
import basin.core.rows.Rows;
import basin.duck.DuckConnection;
import basin.duck.OfferedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which rows of some pieces are not on both sides equally often, found by their digests. DuckDB holds these, on disk
/// where they are many.
///
/// For the thread of its connection, which must be closed soon: the digests stay until then.
final class DifferingRows {

    private final DuckConnection connection;

    DifferingRows(DuckConnection connection) {
        this.connection = connection;
        connection.execute(
                "create temp table digests (key_high bigint, key_low bigint, row_high bigint, row_low bigint, at_source integer, in_lake integer, chunk integer)");
    }

    /// A key of which the rows differ.
    ///
    /// @param digest that of the key
    /// @param missing how many rows of it only the source has
    /// @param surplus how many rows of it only the lake has
    /// @param source one of those that only the source has; null if there are none
    /// @param chunk where that one is; -1 if there are none
    /// @param lake one of those that only the lake has; null if there are none
    record Key(
            RowDigest digest,
            long missing,
            long surplus,
            @Nullable RowDigest source,
            int chunk,
            @Nullable RowDigest lake) {}

    /// Takes digests of the source, with the columns of [basin.connect.digest.RowDigests#COLUMNS].
    ///
    /// @param chunk the number of the chunk that they are from
    void addSource(Rows rows, int chunk) {
        try (OfferedRows offered = connection.offer(rows)) {
            connection.execute("insert into digests select *, 1, 0, " + chunk + " from " + offered.name());
        }
    }

    /// Takes digests of the lake.
    ///
    /// @param query gives them, with the same columns
    void addLake(String query) {
        connection.execute("insert into digests select *, 0, 1, null from (" + query + ")");
    }

    /// Compares what was added.
    void compare() {
        connection.execute("""
                create temp table differing as
                select key_high, key_low,
                       sum(greatest(balance, 0))::bigint as missing,
                       sum(greatest(-balance, 0))::bigint as surplus,
                       arg_max({'high': row_high, 'low': row_low, 'chunk': chunk}, balance) as source,
                       arg_min({'high': row_high, 'low': row_low}, balance) as lake
                from (select key_high, key_low, row_high, row_low, sum(at_source) - sum(in_lake) as balance,
                             min(chunk) as chunk
                      from digests
                      group by key_high, key_low, row_high, row_low
                      having sum(at_source) <> sum(in_lake)) as unbalanced
                group by key_high, key_low
                """);
    }

    /// How many rows differ: see [Differences].
    Differences counted(List<Difference> listed) {
        List<@Nullable Object> sums = connection
                .fetch("select coalesce(sum(missing), 0)::bigint, coalesce(sum(surplus), 0)::bigint,"
                        + " coalesce(sum(least(missing, surplus)), 0)::bigint from differing")
                .getFirst();
        long changed = number(sums, 2);
        return new Differences(number(sums, 0) - changed, number(sums, 1) - changed, changed, listed);
    }

    /// Some of the keys, always the same ones.
    List<Key> some(int limit) {
        List<Key> keys = new ArrayList<>();
        String sql =
                "select key_high, key_low, missing, surplus, source.high, source.low, source.chunk, lake.high, lake.low from differing"
                        + " order by key_high, key_low limit " + limit;
        for (List<@Nullable Object> row : connection.fetch(sql)) {
            long missing = number(row, 2);
            long surplus = number(row, 3);
            keys.add(new Key(
                    digest(row, 0),
                    missing,
                    surplus,
                    missing == 0 ? null : digest(row, 4),
                    missing == 0 ? -1 : (Integer) Objects.requireNonNull(row.get(6)),
                    surplus == 0 ? null : digest(row, 7)));
        }
        return keys;
    }

    private static RowDigest digest(List<@Nullable Object> row, int column) {
        return new RowDigest(number(row, column), number(row, column + 1));
    }

    private static long number(List<@Nullable Object> row, int column) {
        return (Long) Objects.requireNonNull(row.get(column));
    }
}
