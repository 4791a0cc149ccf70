package basin.engine.workspace.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.engine.sql.Query;
import basin.engine.sql.QueryReader;
import basin.engine.sql.Rewriting;
import basin.engine.sql.TableReference;
import basin.engine.statement.RelationName;
import basin.engine.statement.Span;
import basin.lake.Lake;
import basin.lake.Relation;
import basin.lake.RemovedRelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes views of the lake out of queries.
///
/// What is kept calls every table and view `schema.name`, whatever the query called it, so that it means
/// the same wherever it is read.
record ViewMaker(Lake lake, Runs runs, QueryReader reader, Names names, Readers readers) {

    /// Makes a view, in place of what has its name.
    ///
    /// @param columns other names for the query's columns; empty for its own
    void make(TableName view, Composed select, List<String> columns, Relations relations, Map<String, String> notes) {
        Schema schema = runs.columns(select, columns).schema();
        String kept = kept(select, relations);
        String sql = columns.isEmpty()
                ? kept
                : "SELECT * FROM (" + kept + "\n) AS t("
                        + columns.stream().map(TableName::quote).collect(Collectors.joining(", ")) + ")";
        Optional<RemovedRelation> table = lake.createView(view, sql, schema, notes);
        table.ifPresent(removed -> readers.afterwards(removed::deleteFiles));
    }

    private String kept(Composed select, Relations relations) {
        Query query = reader.readAny(select.sql());
        Map<TableReference, String> renamed = new LinkedHashMap<>();
        for (TableReference reference : query.tables()) {
            relation(reference, relations)
                    .ifPresent(
                            relation -> renamed.put(reference, relation.name().quoted()));
        }
        return new Rewriting(reader::checkAny).apply(query, renamed);
    }

    /// The relation that is meant; empty for a file.
    private Optional<Relation> relation(TableReference reference, Relations relations) {
        RelationName typed = new RelationName(reference.database(), reference.schema(), reference.name(), Span.EMPTY);
        Optional<Relation> relation = names.inLake(typed).flatMap(relations::find);
        if (relation.isEmpty() && isFile(reference)) {
            return relation;
        }
        if (relation.isEmpty()) {
            throw new ProblemException(
                    Problem.wrong("a view of the lake cannot read '" + reference.typed() + "'", reference.place())
                            .because("it is no table or view of the lake, and will be gone when the session ends")
                            .advise("make a table of it first"));
        }
        return relation;
    }

    private static boolean isFile(TableReference reference) {
        return reference.schema().isEmpty() && reference.name().contains(".");
    }
}
