package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// New tables whose process does not live to put them in place.
class UnfinishedTablesTest {
    private static final Schema NUMBERS = Schema.of(Field.optional("id", Type.Primitive.LONG));

    @TempDir
    Path folder;

    @Test
    void theirFilesAreClearedUpAndNobodyElses() throws Exception {
        Path foreign = Files.createDirectories(folder.resolve("lake/shop/of-another-catalog/data"));
        Path left;
        try (Lake lake = open();
                Workbench bench = new Workbench(folder)) {
            replacement(lake, bench, "whole").run();
            TableReplacement killed = lake.replace(Workbench.table("half"), NUMBERS);
            write(killed, bench);
            left = killed.staging();
        }
        assertThat(left).isNotEmptyDirectory();

        try (Lake lake = open();
                Workbench bench = new Workbench(folder)) {
            lake.clearUp();

            assertThat(left.getParent()).doesNotExist();
            assertThat(foreign).exists();
            assertThat(bench.rows(lake.table(Workbench.table("whole")))).containsExactly("7");
        }
    }

    @Test
    void oneThatIsInPlaceOrGivenUpIsNoLongerOneOfThem() {
        try (Lake lake = open();
                Workbench bench = new Workbench(folder)) {
            replacement(lake, bench, "numbers").run();
            lake.replace(Workbench.table("given_up"), NUMBERS).abandon();

            lake.clearUp();

            assertThat(lake.tables()).containsExactly(Workbench.table("numbers"));
            assertThat(bench.rows(lake.table(Workbench.table("numbers")))).containsExactly("7");
        }
    }

    /// A table that is whole but for being put in place.
    private static Runnable replacement(Lake lake, Workbench bench, String name) {
        TableReplacement replacement = lake.replace(Workbench.table(name), NUMBERS);
        List<ParquetFile> files = write(replacement, bench);
        return () -> replacement.publish(files, Map.of());
    }

    private static List<ParquetFile> write(TableReplacement replacement, Workbench bench) {
        return ParquetWriter.write(
                bench.connection(),
                "select 7::bigint as id",
                new ParquetLayout(replacement.staging(), replacement.fieldIds()));
    }

    private Lake open() {
        return Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
    }
}
