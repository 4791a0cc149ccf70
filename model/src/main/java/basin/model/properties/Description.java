package basin.model.properties;

import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import org.jspecify.annotations.Nullable;

/// What a YAML file says of one resource: an item of one of its sections.
///
/// @param section `models`, `seeds`, `snapshots`, `analyses`, `macros`, `data_tests`
/// @param name of the resource it describes
record Description(String section, String name, Mapping content, PropertiesFile file) {

    /// The project whose file it is.
    DbtProject project() {
        return file.project();
    }

    /// The mapping under `config`, or null.
    @Nullable
    Mapping config() {
        return content.mapping("config");
    }
}
