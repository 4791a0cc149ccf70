package basin.lake;

import basin.core.stream.TableName;
import basin.lake.catalog.CatalogEntry;
import basin.lake.catalog.LakeCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.io.DelegateFileIO;

/// The folders into which the rows of new tables are being written that no catalog knows yet. Each is noted with its
/// schema until its table is in place or given up, so that what a killed process has left can be told from a folder of
/// somebody else's.
///
/// For any thread.
record UnfinishedTables(LakeCatalog catalog, DelegateFileIO files) {
    private static final String NOTE = "basin.unfinished.";

    /// Notes a folder, before anything is written into it.
    ///
    /// @param schema of the table; it is there
    void note(String schema, String folder) {
        catalog.iceberg().setProperties(Namespace.of(schema), Map.of(key(folder), folder));
    }

    /// Forgets a folder: its table is in place, or all of its files are gone.
    void forget(String schema, String folder) {
        catalog.iceberg().removeProperties(Namespace.of(schema), Set.of(key(folder)));
    }

    /// Takes away what a process has left that did not live to finish; to be called by the owner of writing while it
    /// makes no table.
    ///
    /// @param drop drops a table that was complete, and had not got its name yet
    void clearUp(Consumer<TableName> drop) {
        List<CatalogEntry> entries = catalog.entries();
        for (String schema : catalog.schemas()) {
            catalog.iceberg().loadNamespaceMetadata(Namespace.of(schema)).forEach((key, folder) -> {
                if (key.startsWith(NOTE)) {
                    clearUp(folder, entries, drop);
                    forget(schema, folder);
                }
            });
        }
    }

    private void clearUp(String folder, List<CatalogEntry> entries, Consumer<TableName> drop) {
        Optional<TableName> owner = entries.stream()
                .filter(entry -> entry.metadata().startsWith(folder + "/"))
                .map(CatalogEntry::name)
                .findFirst();
        if (owner.isEmpty()) {
            files.deletePrefix(folder + "/");
        } else if (TemporaryName.is(owner.get())) {
            drop.accept(owner.get());
        }
    }

    private static String key(String folder) {
        return NOTE + folder.substring(folder.lastIndexOf('/') + 1);
    }
}
