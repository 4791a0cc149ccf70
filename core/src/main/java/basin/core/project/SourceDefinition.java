package basin.core.project;

import basin.core.problem.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source of a project.
///
/// @param name unique in the project; the schema of its tables
/// @param type the name of its [SourceType]
/// @param description null if nothing is said
/// @param tags words to select it by
/// @param settings the connector's own settings, of the class that its type names
/// @param place where it is defined: in its file, or the row that fills a template
public record SourceDefinition(
        String name,
        String type,
        @Nullable String description,
        List<String> tags,
        Record settings,
        Place.InFile place) {

    /// The connector's own settings.
    ///
    /// @throws ClassCastException if the source's type has others
    public <T extends Record> T settings(Class<T> type) {
        return type.cast(settings);
    }
}
