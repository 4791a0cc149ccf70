package basin.engine.workspace;

import basin.duck.DuckSettings;
import java.nio.file.Path;
import java.util.List;

/// Where and as what a workspace opens.
///
/// @param database what the lake is called in statements; `system` and `temp` are DuckDB's own
/// @param schema   where names without a schema are looked for; made when the workspace opens
/// @param files    the folders whose files statements may read, and write; names of files that are relative are looked
///                 for in the first, the project's own
public record WorkspaceSettings(String database, String schema, List<Path> files, DuckSettings duck) {
    public WorkspaceSettings {
        files = List.copyOf(files);
    }
}
