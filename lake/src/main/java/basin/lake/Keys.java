package basin.lake;

/// The names under which Basin keeps what it knows in snapshot summaries and table properties.
final class Keys {
    /// In summaries and, as the latest, in table properties: the source position that the rows of the
    /// table stand for.
    static final String POSITION = "basin.position";

    /// In table properties: the states that can no longer be asked for, as [Expired] writes them.
    static final String EXPIRED = "basin.expired";

    /// In summaries: names one attempt to commit, so that it can be found again when its answer was lost.
    static final String COMMIT = "basin.commit";

    /// In summaries of the branch [#LOAD_BRANCH]: the id of the load, once, where it begins.
    static final String LOAD = "basin.load";

    /// In the summary where a load begins: the columns that the table is going to get, as Iceberg writes a schema
    /// in JSON; missing where it keeps its own.
    static final String LOAD_COLUMNS = "basin.load.columns";

    /// In summaries of the branch [#LOAD_BRANCH]: the chunks that the snapshot adds, as JSON.
    static final String CHUNKS = "basin.load.chunks";

    /// In summaries of the branch [#LOAD_BRANCH]: the ids of chunks that the snapshot takes away, as JSON.
    static final String REMOVED = "basin.load.removed";

    /// In the summary of the snapshot that a full load ends with: its chunks as JSON, where they are few.
    static final String LOADED = "basin.loaded";

    /// The branch on which a full load gathers before anyone sees it.
    static final String LOAD_BRANCH = "load";

    /// In table properties: the table was made for a load to fill, and is none to be read before one has.
    static final String AWAITED = "basin.awaited";

    /// In table and view properties: what callers note with a table, each under its own key behind this.
    static final String NOTE = "basin.note.";

    private Keys() {}
}
