package basin.lake;

import basin.core.stream.TableName;
import java.util.Locale;

/// The folder in which a table lies, below the lake's: `shop/orders`. Names that a file system or a URL could
/// misunderstand are spelt with what all of them understand and told apart by a number made from the name.
final class TableFolder {

    private TableFolder() {}

    /// The same for the same name, on every machine; different for different names.
    static String of(TableName name) {
        return part(name.schema()) + "/" + part(name.name());
    }

    private static String part(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        return plain.equals(name) ? name : "%s-%08x".formatted(plain, name.hashCode());
    }
}
