package basin.app.distribution;

/// A table that takes some seconds to load, in many chunks, beside one that takes none.
final class BigTable {
    private static final int ROWS = 400_000;

    static final String MAKE = "create table big (id int primary key, note text not null, amount numeric(12, 2))";
    static final String FILL =
            "insert into big select n, repeat(md5(n::text), 4), n / 100.0 from generate_series(1, " + ROWS + ") n";
    static final String MAKE_A_SMALL_ONE =
            "create table small (id int primary key, name text); insert into small values (1, 'one'), (2, null)";

    /// Whether one of its chunks is on its way.
    static final String IS_BEING_READ =
            "select count(*) > 0 from pg_stat_activity where state = 'active' and query like 'copy%\"big\"%'";

    /// What a lost or doubled row would change.
    static final String SUMS =
            "select count(*), count(distinct id), sum(id), sum(amount), count(distinct note) from shop.big";

    static final String RIGHT_SUMS =
            "%d,%d,%d,%d.00,%d".formatted(ROWS, ROWS, ROWS * (ROWS + 1L) / 2, ROWS * (ROWS + 1L) / 200, ROWS);

    private BigTable() {}
}
