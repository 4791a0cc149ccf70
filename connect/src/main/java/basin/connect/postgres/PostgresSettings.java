package basin.connect.postgres;

import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.plan.CursorSettings;
import basin.connect.postgres.plan.TablePattern;
import basin.core.settings.Checked;
import basin.core.settings.DataSize;
import basin.core.settings.Default;
import basin.core.settings.Distinct;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import basin.core.settings.Range;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The settings of a source of type `postgres`.
@Doc("Tables of a Postgres database, version 12 or newer, replicas and managed services included.")
public record PostgresSettings(
        ConnectionSettings connection,

        @Doc("How tables are loaded.") @Default("full") @Example("incremental")
        Mode mode,

        @Doc(
                "The tables to load: names such as `public.orders`, and patterns in which `*` stands for any characters and `?` "
                        + "for one. A name without a schema is looked for in `public`. Partitions belong to their table. Views and foreign tables are "
                        + "loaded if they are named without a pattern.")
        @Default("[public.*]")
        @Distinct
        @Range(min = 1)
        List<TablePattern> tables,

        @Doc("Tables to leave out; names and patterns as in `tables`.") @Default("[]") @Distinct
        List<TablePattern> exclude,

        @Doc(
                "For `mode: incremental`, by table or pattern: the column that tells what is new. Tables without an entry are loaded in "
                        + "full.")
        @Default("{}")
        @Example("{public.orders: {column: updated_at, lookback: 1 hour}}")
        Map<String, CursorSettings> cursor,

        @Doc("By table or pattern: which columns are loaded, and as what.")
        @Default("{}")
        @Example("{public.customers: {exclude: [ssn]}}")
        Map<String, ColumnSettings> columns,

        @Doc("How many connections read at the same time.") @Default("2") @Range(min = 1, max = 64)
        int readers,

        @Doc(
                "How large the pieces are in which tables are read, by their size in the database. A load that was interrupted goes on "
                        + "with the piece where it was.")
        @Default("128MiB")
        DataSize chunkSize,

        @Doc("For `mode: cdc`: by what changes are followed.") @Default("{}")
        CdcSettings cdc)
        implements Checked {

    /// How tables are loaded.
    public enum Mode {
        @Doc("All rows each time; what is in the lake is replaced.")
        FULL,
        @Doc(
                "All rows the first time, then those that are new or changed by the `cursor` column. Deleted rows are not noticed.")
        INCREMENTAL,
        @Doc(
                "All rows the first time, then every change as the database's log tells it, deletes and changes of columns included. Needs "
                        + "Postgres 14 or newer, with wal_level = logical.")
        CDC
    }

    @Override
    public void check(Findings findings) {
        if (mode == Mode.INCREMENTAL && cursor.isEmpty()) {
            findings.add(
                    "mode",
                    "'mode: incremental' needs a 'cursor' for at least one table",
                    "add 'cursor: {public.orders: {column: updated_at}}'");
        }
        if (mode != Mode.INCREMENTAL && !cursor.isEmpty()) {
            findings.add(
                    "cursor",
                    "'cursor' has no meaning in 'mode: %s'"
                            .formatted(mode.name().toLowerCase(Locale.ROOT)),
                    "remove it, or set 'mode: incremental'");
        }
        if (mode != Mode.CDC && !cdc.equals(CdcSettings.USUAL)) {
            findings.add("cdc", "'cdc' has a meaning in 'mode: cdc' only", "remove it, or set 'mode: cdc'");
        }
        if (chunkSize.bytes() < 1 << 20) {
            findings.add("chunk_size", "'chunk_size' must be at least 1MiB", null);
        }
    }
}
