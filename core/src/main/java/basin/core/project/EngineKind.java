package basin.core.project;

import basin.core.settings.Doc;

/// What runs SQL over the lake.
public enum EngineKind {
    @Doc("In this process, needing nothing else.")
    DUCKDB
}
