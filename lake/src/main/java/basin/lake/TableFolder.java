package basin.lake;

import basin.core.stream.TableName;
import java.util.Locale;
import java.util.UUID;

/// The folder in which a table lies, below the lake's: `shop/orders-8b0c2f2e-...`, the name for people,
/// the number so that it is nobody else's: not of another table with a like name, nor of a table of the
/// same name in another catalog, nor of one that had the name before.
final class TableFolder {

    private TableFolder() {}

    /// A folder for a new table; another one with each call.
    static String forNew(TableName name) {
        return plain(name.schema()) + "/" + plain(name.name()) + "-" + UUID.randomUUID();
    }

    /// The name in characters that every file system and every URL understands.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    }
}
