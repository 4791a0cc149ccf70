package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import basin.lake.catalog.CatalogDatabase;
import basin.lake.catalog.LakeCatalog;
import basin.lake.scan.FilePlan;
import basin.lake.scan.KnownFiles;
import basin.lake.scan.Predicate;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalPaths;
import basin.lake.storage.LocalStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of format version 2, in which other engines delete rows by files of positions or of values. The ids of
/// the columns of such a file stand in the Iceberg specification, "Reserved field IDs".
class PositionDeletesTest {
    private static final FieldIds DELETES =
            FieldIds.of(new FieldIds.Field("file_path", 2147483546), new FieldIds.Field("pos", 2147483545));

    @TempDir
    Path folder;

    private LocalStorage storage;
    private LakeCatalog catalog;
    private Workbench bench;
    private Table table;
    private LakeTable lakeTable;

    @BeforeEach
    void createTable() {
        LakeSettings settings = LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
        storage = new LocalStorage(LakeFolder.at(settings.warehouse()));
        catalog = LakeCatalog.in(CatalogDatabase.open(settings.database()), settings.warehouse(), storage.files());
        bench = new Workbench(folder);
        TableName name = Workbench.table("orders");
        catalog.iceberg().createNamespace(Namespace.of(name.schema()));
        table = catalog.iceberg()
                .buildTable(
                        LakeCatalog.identifier(name), new Schema(NestedField.optional(1, "id", Types.LongType.get())))
                .withProperties(Map.of("format-version", "2"))
                .create();
        LakeProblem problem = new LakeProblem(new Place.InTable(name.toString()), storage, catalog);
        lakeTable = new LakeTable(new TableHandle(name, table, () -> table, storage, new KnownFiles(), problem));
    }

    @AfterEach
    void close() {
        bench.close();
        catalog.close();
    }

    @Test
    void rowsNamedInPositionDeleteFilesAreGone() {
        lakeTable.append(bench.files(lakeTable, "select range id from range(0, 10)"), null);
        lakeTable.append(bench.files(lakeTable, "select range id from range(10, 20)"), null);
        List<DataFile> files = files();
        delete(files, "select 0 file, unnest([1, 3, 9]) pos union all select 1, 0", 4);
        delete(files, "select 0 file, 4 pos", 1);

        assertThat(bench.rows(lakeTable)).hasSize(15);
    }

    @Test
    void aFileThatOnlyMightHaveDeletesKeepsItsRows() {
        lakeTable.append(bench.files(lakeTable, "select range id from range(0, 10)"), null);
        lakeTable.append(bench.files(lakeTable, "select range id from range(10, 20)"), null);
        delete(files(), "select 0 file, 4 pos", 1);

        assertThat(bench.rows(lakeTable)).hasSize(19);
    }

    @Test
    void rowsDeletedByValueAreRefused() {
        lakeTable.append(bench.files(lakeTable, "select range id from range(0, 10)"), null);
        List<ParquetFile> values = bench.files(lakeTable, "select 3::bigint id");
        table.newRowDelta()
                .addDeletes(FileMetadata.deleteFileBuilder(table.spec())
                        .ofEqualityDeletes(1)
                        .withFormat(FileFormat.PARQUET)
                        .withPath(LocalPaths.location(values.getFirst().path()))
                        .withFileSizeInBytes(values.getFirst().bytes())
                        .withRecordCount(1)
                        .build())
                .commit();

        assertThatThrownBy(() -> bench.rows(lakeTable))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("equality deletes");
    }

    private List<DataFile> files() {
        return FilePlan.latest(table, Predicate.ANY, new KnownFiles()).stream()
                .map(FileScanTask::file)
                .toList();
    }

    /// Commits a delete file for all data files.
    private void delete(List<DataFile> files, String fileAndPosition, long rows) {
        String paths =
                files.stream().map(file -> "'" + file.location() + "'").collect(Collectors.joining(", ", "[", "]"));
        ParquetFile written = ParquetWriter.write(
                        bench.connection(),
                        "select " + paths + "[file + 1] file_path, pos::bigint pos from (" + fileAndPosition + ")",
                        new ParquetLayout(lakeTable.staging(), DELETES))
                .getFirst();
        table.newRowDelta()
                .addDeletes(FileMetadata.deleteFileBuilder(table.spec())
                        .ofPositionDeletes()
                        .withFormat(FileFormat.PARQUET)
                        .withPath(LocalPaths.location(written.path()))
                        .withFileSizeInBytes(written.bytes())
                        .withRecordCount(rows)
                        .build())
                .commit();
    }
}
