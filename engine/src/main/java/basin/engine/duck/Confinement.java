package basin.engine.duck;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What an instance of DuckDB may never do, whatever it is told: open files outside of its folders,
/// reach the network, load code or keep secrets.
public final class Confinement {

    private Confinement() {}

    /// Confines an instance that runs people's queries for good: it does not change its settings either.
    ///
    /// @param folder where it may open files
    static void ofQueries(Duck duck, Path folder) {
        try (DuckConnection connection = duck.connect()) {
            confine(connection, List.of(folder));
            connection.execute("SET GLOBAL lock_configuration = true");
        }
    }

    /// Confines an instance that runs a project's own statements for good.
    ///
    /// @param folders where it may open files, and write some
    public static void ofStatements(Duck duck, List<Path> folders) {
        try (DuckConnection connection = duck.connect()) {
            confine(connection, folders);
        }
    }

    private static void confine(DuckConnection connection, List<Path> folders) {
        String allowed = folders.stream()
                .map(folder ->
                        "'" + folder.toAbsolutePath().normalize().toString().replace("'", "''") + "/'")
                .collect(Collectors.joining(", ", "[", "]"));
        // How DuckDB speaks to us, and what it remembers of files that never change.
        connection.execute("SET GLOBAL errors_as_json = true");
        connection.execute("SET GLOBAL parquet_metadata_cache = true");
        connection.execute("SET GLOBAL allow_persistent_secrets = false");
        connection.execute("SET GLOBAL allowed_directories = " + allowed);
        // The limit of one query, which its session sets.
        connection.execute("SET GLOBAL allowed_configs = ['operator_memory_limit']");
        connection.execute("SET GLOBAL enable_external_access = false");
    }
}
