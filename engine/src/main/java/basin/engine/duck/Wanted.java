package basin.engine.duck;

import basin.core.rows.Schema;
import basin.engine.sql.Condition;
import basin.engine.sql.TableReference;
import java.util.List;

/// Which rows of a table a query counts at any of the places where it names the table.
///
/// @param pruning   knows the table's columns
/// @param condition what a row must fulfil to count at one place or another
record Wanted(Pruning pruning, Condition condition) {

    static Wanted of(Schema schema, List<TableReference> references) {
        Condition condition = references.stream()
                .map(TableReference::condition)
                .reduce(Condition::or)
                .orElse(Condition.none());
        return new Wanted(new Pruning(schema), condition);
    }
}
