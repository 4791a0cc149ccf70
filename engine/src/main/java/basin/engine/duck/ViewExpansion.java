package basin.engine.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.sql.Query;
import basin.engine.sql.QueryReader;
import basin.engine.sql.TableReference;
import basin.lake.LakeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Follows the references of a query through views, and the views that these read, down to tables.
///
/// The query of a view is held to what any query may do, whoever made it.
///
/// For one query.
final class ViewExpansion {

    private final TableFinder finder;
    private final QueryReader reader;
    private final List<TableReference> tables = new ArrayList<>();
    private final Map<TableReference, TableName> viewReferences = new LinkedHashMap<>();
    private final Map<TableName, Query> views = new LinkedHashMap<>();
    private final Map<TableReference, Inside> inside = new HashMap<>();
    private final Set<TableName> open = new HashSet<>();

    ViewExpansion(TableFinder finder, QueryReader reader) {
        this.finder = finder;
        this.reader = reader;
    }

    /// Follows references.
    ///
    /// @throws ProblemException where a view cannot be asked, with the place where the query names it,
    ///                          or one that reads it
    void follow(List<TableReference> references) {
        references.forEach(reference -> follow(reference, reference));
    }

    /// All places where a table is named, in the query or in a view.
    List<TableReference> tables() {
        return tables;
    }

    /// What is wrong with a reference to a table, said of the view where it stands in one.
    ProblemException explain(TableReference table, ProblemException thrown) {
        Inside where = inside.get(table);
        return where == null ? thrown : broken(where.asked(), where.view(), what(thrown));
    }

    /// All places where a view is named, with its name.
    Map<TableReference, TableName> viewReferences() {
        return viewReferences;
    }

    /// The queries of all views, each after those that it reads.
    Map<TableName, Query> views() {
        return views;
    }

    /// @param asked the place in the query that led to it
    private void follow(TableReference reference, TableReference asked) {
        Optional<LakeView> view = finder.view(reference);
        if (view.isEmpty()) {
            tables.add(reference);
            return;
        }
        if (reference.asOf().isPresent()) {
            throw new ProblemException(
                    Problem.wrong("'" + view.get().name() + "' is a view, and has no past", asked.place())
                            .advise("ask the tables that it reads"));
        }
        viewReferences.put(reference, view.get().name());
        if (!views.containsKey(view.get().name())) {
            open(view.get(), asked);
        }
    }

    private void open(LakeView view, TableReference asked) {
        if (!open.add(view.name())) {
            throw broken(asked, view, "it reads itself");
        }
        Query query = read(view, asked);
        for (TableReference reference : query.tables()) {
            inside.put(reference, new Inside(asked, view));
            follow(reference, asked);
        }
        views.put(view.name(), query);
        open.remove(view.name());
    }

    private Query read(LakeView view, TableReference asked) {
        try {
            return reader.read(view.sql());
        } catch (ProblemException e) {
            throw broken(asked, view, what(e));
        }
    }

    private static String what(ProblemException thrown) {
        return thrown.problems().getFirst().what();
    }

    private static ProblemException broken(TableReference asked, LakeView view, String why) {
        return new ProblemException(Problem.failed("the view '" + view.name() + "' cannot be asked", asked.place())
                .because(why));
    }

    /// Where a table is named inside a view.
    ///
    /// @param asked the place in the query that led to it
    private record Inside(TableReference asked, LakeView view) {}
}
