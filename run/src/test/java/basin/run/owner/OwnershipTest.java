package basin.run.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.lake.catalog.SystemDatabase;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnershipTest {

    @TempDir
    Path folder;

    @Test
    void oneWritesAndTheNextIsToldWhoItIs() {
        try (Ownership _ = take(folder, "basin sync shop")) {
            assertThatThrownBy(() -> take(folder, "basin sync erp"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another process is writing to this project")
                    .hasMessageContaining("basin sync shop, process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void theRightIsFreeAgainOnceGivenBack() {
        take(folder, "first").close();
        try (Ownership _ = take(folder, "second")) {
            assertThat(folder.resolve("writer.lock")).content().startsWith("second");
        }
    }

    @Test
    void theStateFolderIsMadeWhereThereIsNone() {
        Path state = folder.resolve("new/state");
        try (Ownership _ = take(state, "first")) {
            assertThat(state).isDirectory();
        }
    }

    /// Two machines that share a catalog, each with a state folder of its own.
    @Test
    void oneOfAllMachinesWithTheSameCatalogWrites() {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            SystemDatabase catalog = new SystemDatabase.Postgres(database.url(), PostgresServer.SUPERUSER, "");
            try (Ownership _ = Ownership.take(folder.resolve("one"), catalog, "basin sync shop")) {
                assertThatThrownBy(() -> Ownership.take(folder.resolve("two"), catalog, "basin sync erp"))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("another process is writing to the tables of this catalog")
                        .hasMessageContaining("basin sync shop, process "
                                + ProcessHandle.current().pid());
            }
            Ownership.take(folder.resolve("two"), catalog, "basin sync erp").close();
        }
    }

    private static Ownership take(Path state, String what) {
        return Ownership.take(state, new SystemDatabase.Sqlite(state.resolve("system.db")), what);
    }
}
