package basin.model.adapter;

import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer for each part of a relation's name: whether it is written, or whether it is quoted.
public record Policy(boolean database, boolean schema, boolean identifier) implements HasAttributes, MappingLike {
    /// Yes to all.
    public static final Policy ALL = new Policy(true, true, true);

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "database" -> database;
            case "schema" -> schema;
            case "identifier" -> identifier;
            default -> Absent.ABSENT;
        };
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return key instanceof String name ? attribute(name) : Absent.ABSENT;
    }

    @Override
    public List<String> keys() {
        return List.of("database", "schema", "identifier");
    }
}
