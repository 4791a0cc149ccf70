package basin.engine.workspace;

import basin.duck.DuckSettings;
import java.nio.file.Path;

/// Where and as what a workspace opens.
///
/// @param database what the lake is called in statements; `system` and `temp` are DuckDB's own
/// @param schema   where names without a schema are looked for; made when the workspace opens
/// @param project  the folder whose files statements may read, and write
public record WorkspaceSettings(String database, String schema, Path project, DuckSettings duck) {}
