package basin.model.compile;

import basin.model.adapter.Relation;
import basin.model.adapter.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a materialization that is written as a macro has done.
///
/// @param relations those that it has made
/// @param main the result of its statement `main`; null if it has run none
/// @param sql the text of that statement, or what the macro has written last; null if there was none
public record Materialized(
        List<Relation> relations,
        @Nullable Result main,
        @Nullable String sql) {
    public Materialized {
        relations = List.copyOf(relations);
    }
}
