package basin.lake;

import basin.core.stream.TableName;

/// A table or a view, as it is listed.
///
/// @param version tells its states apart: another one after every change of its rows, its columns or its notes, and
///                the same for as long as nothing changes
public record Relation(TableName name, Kind kind, String version) {

    public enum Kind {
        TABLE,
        VIEW
    }
}
