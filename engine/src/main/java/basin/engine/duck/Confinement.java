package basin.engine.duck;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import java.nio.file.Path;

/// What an instance of DuckDB that runs people's queries may never do, whatever it is told: open files
/// outside of the lake's folder, reach the network, load code, keep secrets, or change its settings.
final class Confinement {

    private Confinement() {}

    /// Confines an instance for good.
    ///
    /// @param folder where it may open files
    static void of(Duck duck, Path folder) {
        String allowed = "'" + folder.toAbsolutePath().toString().replace("'", "''") + "/'";
        try (DuckConnection connection = duck.connect()) {
            // How DuckDB speaks to us, and what it remembers of files that never change.
            connection.execute("SET GLOBAL errors_as_json = true");
            connection.execute("SET GLOBAL parquet_metadata_cache = true");
            connection.execute("SET GLOBAL allow_persistent_secrets = false");
            connection.execute("SET GLOBAL allowed_directories = [" + allowed + "]");
            // The limit of one query, which its session sets.
            connection.execute("SET GLOBAL allowed_configs = ['operator_memory_limit']");
            connection.execute("SET GLOBAL enable_external_access = false");
            connection.execute("SET GLOBAL lock_configuration = true");
        }
    }
}
