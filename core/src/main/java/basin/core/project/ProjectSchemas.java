package basin.core.project;

import basin.core.settings.SettingsSchema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON schemas of a project's files, for editors.
public final class ProjectSchemas {
    private ProjectSchemas() {}

    /// A schema for each kind of file, by the name that the schema's own file should have: `basin.schema.json` for
    /// `basin.yml`, `source.schema.json` for `sources/*.yml`.
    ///
    /// @param types the kinds of sources there are
    public static Map<String, ObjectNode> of(List<SourceType> types) {
        Map<String, Class<? extends Record>> variants = new LinkedHashMap<>();
        types.forEach(type -> variants.put(type.name(), type.settings()));
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        schemas.put("basin.schema.json", SettingsSchema.of(BasinSettings.class, "basin.yml"));
        schemas.put("source.schema.json", SettingsSchema.of(SourceHeader.class, variants, "sources/*.yml"));
        return schemas;
    }
}
