package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.lake.catalog.CatalogDatabase;
import basin.lake.catalog.LakeCatalog;
import basin.lake.scan.KnownFiles;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalStorage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The connection to the catalog breaks between a commit and its answer.
class LostAnswerTest {
    private static final Position POSITION = new Position("reached");

    @TempDir
    Path folder;

    private LocalStorage storage;
    private LakeCatalog catalog;
    private TableName name;

    @BeforeEach
    void open() {
        LakeSettings settings = LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
        name = Workbench.table("orders");
        try (Lake lake = Lake.open(settings)) {
            lake.create(name, Schema.of(Field.optional("id", Type.Primitive.INT)));
        }
        storage = new LocalStorage(LakeFolder.at(settings.warehouse()));
        catalog = LakeCatalog.in(CatalogDatabase.open(settings.database()), settings.warehouse(), storage.files());
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aCommitThatHappenedIsFoundByLooking() {
        LakeTable table = table(true);

        table.append(List.of(), POSITION);

        assertThat(table.position()).contains(POSITION);
        assertThat(table.snapshots()).hasSize(1);
    }

    @Test
    void aCommitThatIsNotToBeSeenMayStillHappen() {
        LakeTable table = table(false);

        assertThatThrownBy(() -> table.append(List.of(), POSITION))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("its answer was lost")
                .satisfies(
                        thrown -> assertThat(((ProblemException) thrown).kind()).isEqualTo(Problem.Kind.UNKNOWN));
    }

    private LakeTable table(boolean commitArrives) {
        Table table = load();
        TableOperations operations = ((HasTableOperations) table).operations();
        return new LakeTable(new TableHandle(
                name,
                new BaseTable(new BreakingConnection(operations, commitArrives), table.name()),
                this::load,
                storage,
                new KnownFiles(),
                new LakeProblem(new Place.InTable(name.toString()), storage, catalog)));
    }

    private Table load() {
        return catalog.iceberg().loadTable(LakeCatalog.identifier(name));
    }

    /// Sends commits, or loses them, and never hears of them again.
    private record BreakingConnection(TableOperations catalog, boolean commitArrives) implements TableOperations {
        @Override
        public TableMetadata current() {
            return catalog.current();
        }

        @Override
        public TableMetadata refresh() {
            return catalog.refresh();
        }

        @Override
        public void commit(TableMetadata base, TableMetadata metadata) {
            if (commitArrives) {
                catalog.commit(base, metadata);
            }
            throw new UncheckedSQLException(new SQLException("connection reset", "08006"), "Unknown failure");
        }

        @Override
        public FileIO io() {
            return catalog.io();
        }

        @Override
        public String metadataFileLocation(String file) {
            return catalog.metadataFileLocation(file);
        }

        @Override
        public LocationProvider locationProvider() {
            return LocationProviders.locationsFor(
                    current().location(), current().properties());
        }
    }
}
