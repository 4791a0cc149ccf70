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
                "create temp table digests (key_high bigint, key_low bigint, row_high bigint, row_low bigint, at_source integer, in_lake integer)");
    }

    /// A key of which the rows differ.
    ///
    /// @param missing how many rows of it only the source has
    /// @param surplus how many rows of it only the lake has
    /// @param source one of those that only the source has; null if there are none
    /// @param lake one of those that only the lake has; null if there are none
    record Key(
            long missing,
            long surplus,
            @Nullable RowDigest source,
            @Nullable RowDigest lake) {}

    /// Takes digests of the source, with the columns of [basin.connect.digest.RowDigests#COLUMNS].
    void addSource(Rows rows) {
        try (OfferedRows offered = connection.offer(rows)) {
            connection.execute("insert into digests select *, 1, 0 from " + offered.name());
        }
    }

    /// Takes digests of the lake.
    ///
    /// @param query gives them, with the same columns
    void addLake(String query) {
        connection.execute("insert into digests select *, 0, 1 from (" + query + ")");
    }

    /// Compares what was added.
    void compare() {
        connection.execute("""
                create temp table differing as
                select key_high, key_low,
                       sum(greatest(balance, 0))::bigint as missing,
                       sum(greatest(-balance, 0))::bigint as surplus,
                       arg_max({'high': row_high, 'low': row_low}, balance) as source,
                       arg_min({'high': row_high, 'low': row_low}, balance) as lake
                from (select key_high, key_low, row_high, row_low, sum(at_source) - sum(in_lake) as balance
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
        String sql = "select missing, surplus, source.high, source.low, lake.high, lake.low from differing"
                + " order by key_high, key_low limit " + limit;
        for (List<@Nullable Object> row : connection.fetch(sql)) {
            long missing = number(row, 0);
            long surplus = number(row, 1);
            keys.add(new Key(
                    missing,
                    surplus,
                    missing == 0 ? null : new RowDigest(number(row, 2), number(row, 3)),
                    surplus == 0 ? null : new RowDigest(number(row, 4), number(row, 5))));
        }
        return keys;
    }

    private static long number(List<@Nullable Object> row, int column) {
        return (Long) Objects.requireNonNull(row.get(column));
    }
}
