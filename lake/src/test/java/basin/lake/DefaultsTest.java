package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.lake.catalog.CatalogDatabase;
import basin.lake.catalog.LakeCatalog;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalFiles;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another engine may add a column with a default: rows that were there before have it.
class DefaultsTest {
    @TempDir
    Path folder;

    @Test
    void rowsOlderThanAColumnHaveItsDefault() {
        LakeSettings settings = LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
        try (Lake lake = Lake.open(settings);
                Workbench bench = new Workbench(folder)) {
            LakeTable table = Workbench.create(lake, "orders", Schema.of(Field.optional("id", Type.Primitive.INT)));
            table.append(bench.files(table, "select 1::integer id"), null);
            addColumns(settings, table);

            List<String> rows;
            try (TableScan scan = lake.table(table.name()).scan(AsOf.LATEST, Predicate.ANY)) {
                rows = bench.fetch("select columns(*)::varchar from (" + scan.sql() + ")");
            }
            assertThat(rows)
                    .isEqualTo(bench.fetch(
                            "select columns(*)::varchar from (select 1, 42::bigint, 0.5::double, true, 'it''s', 1.50::decimal(9, 2),"
                                    + " date '2024-02-29', time '01:02:03.000004', timestamp '2024-02-29 01:02:03.000004',"
                                    + " timestamptz '2024-02-29 01:02:03.000004Z', '\\x00\\xFF'::blob,"
                                    + " '00000000-0000-0001-0000-000000000002'::uuid)"));
        }
    }

    private static void addColumns(LakeSettings settings, LakeTable table) {
        long micros = 1_709_168_523_000_004L;
        try (LakeCatalog catalog = LakeCatalog.in(
                CatalogDatabase.open(settings.database()),
                settings.warehouse(),
                new LocalFiles(LakeFolder.at(settings.warehouse())))) {
            UpdateSchema update = catalog.iceberg()
                    .loadTable(LakeCatalog.identifier(table.name()))
                    .updateSchema();
            update.addColumn("l", Types.LongType.get(), Literal.of(42L))
                    .addColumn("d", Types.DoubleType.get(), Literal.of(0.5))
                    .addColumn("b", Types.BooleanType.get(), Literal.of(true))
                    .addColumn("s", Types.StringType.get(), Literal.of("it's"))
                    .addColumn("n", Types.DecimalType.of(9, 2), Literal.of(new BigDecimal("1.50")))
                    .addColumn(
                            "day",
                            Types.DateType.get(),
                            Literal.of("2024-02-29").to(Types.DateType.get()))
                    .addColumn(
                            "clock",
                            Types.TimeType.get(),
                            Literal.of("01:02:03.000004").to(Types.TimeType.get()))
                    .addColumn(
                            "wall",
                            Types.TimestampType.withoutZone(),
                            Literal.of(micros).to(Types.TimestampType.withoutZone()))
                    .addColumn(
                            "moment",
                            Types.TimestampType.withZone(),
                            Literal.of(micros).to(Types.TimestampType.withZone()))
                    .addColumn("bytes", Types.BinaryType.get(), Literal.of(ByteBuffer.wrap(new byte[] {0, -1})))
                    .addColumn("u", Types.UUIDType.get(), Literal.of(new UUID(1, 2)))
                    .commit();
        }
    }
}
