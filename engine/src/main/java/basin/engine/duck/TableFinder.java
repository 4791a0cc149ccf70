package basin.engine.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import basin.engine.sql.FileAdvice;
import basin.engine.sql.TableReference;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.lake.LakeView;
import basin.lake.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the tables of the lake that people name, whatever the case in which they do.
final class TableFinder {

    private final Lake lake;

    TableFinder(Lake lake) {
        this.lake = lake;
    }

    /// The table that is meant, as it is now.
    ///
    /// A table that is spelt exactly as typed is found by itself, however many others there are.
    ///
    /// @throws ProblemException where there is none, with what was probably meant, where it could be
    ///                          several, or where it has not been loaded yet
    LakeTable find(TableReference reference) {
        LakeTable table = named(reference);
        if (table.isAwaited()) {
            throw new ProblemException(
                    Problem.failed("the table '" + table.name() + "' has not been loaded yet", reference.place())
                            .because("its first load goes on, or was broken off")
                            .advise("wait for it; or go on with it, as with 'basin sync'"));
        }
        return table;
    }

    private LakeTable named(TableReference reference) {
        if (reference.schema().isEmpty()) {
            throw new ProblemException(missing(reference, lake.tables()));
        }
        return lake.find(new TableName(reference.schema(), reference.name())).orElseGet(() -> findInAnyCase(reference));
    }

    /// The view that is meant, found as tables are; empty where it is none.
    Optional<LakeView> view(TableReference reference) {
        if (reference.schema().isEmpty()) {
            return Optional.empty();
        }
        TableName exact = new TableName(reference.schema(), reference.name());
        List<TableName> named = lake.relations().stream()
                .filter(relation -> relation.name().schema().equalsIgnoreCase(reference.schema())
                        && relation.name().name().equalsIgnoreCase(reference.name()))
                .filter(relation ->
                        relation.kind() == Relation.Kind.VIEW || relation.name().equals(exact))
                .map(Relation::name)
                .toList();
        TableName name = named.contains(exact) || named.size() != 1 ? exact : named.getFirst();
        return named.isEmpty() ? Optional.empty() : lake.findView(name);
    }

    private LakeTable findInAnyCase(TableReference reference) {
        List<TableName> all = lake.tables();
        List<TableName> found = all.stream()
                .filter(table -> table.schema().equalsIgnoreCase(reference.schema())
                        && table.name().equalsIgnoreCase(reference.name()))
                .toList();
        if (found.size() > 1) {
            String names = found.stream().map(TableName::quoted).collect(Collectors.joining(" or "));
            throw new ProblemException(
                    Problem.wrong("'" + reference.typed() + "' could be several tables", reference.place())
                            .advise("spell it exactly: " + names));
        }
        if (found.isEmpty()) {
            throw new ProblemException(missing(reference, all));
        }
        return lake.table(found.getFirst());
    }

    private static Problem missing(TableReference reference, List<TableName> all) {
        Problem problem = Problem.wrong("there is no table '" + reference.typed() + "'", reference.place());
        String file = FileAdvice.forTable(reference.name());
        if (file != null) {
            return problem.because("a query reads no files").advise(file);
        }
        if (all.isEmpty()) {
            return problem.because("the lake has no tables yet").advise("load some: basin sync");
        }
        return problem.advise(
                namesake(reference, all).or(() -> nearest(reference, all)).orElse("see what there is: SHOW TABLES"));
    }

    /// A table of that very name in another schema.
    private static Optional<String> namesake(TableReference reference, List<TableName> all) {
        return all.stream()
                .filter(table -> table.name().equalsIgnoreCase(reference.name()))
                .findFirst()
                .map(table -> "did you mean '" + table + "'?");
    }

    private static Optional<String> nearest(TableReference reference, List<TableName> all) {
        List<String> names = all.stream().map(TableName::toString).toList();
        String typed = reference.typed();
        if (!reference.schema().isEmpty()) {
            return Optional.ofNullable(Suggestion.didYouMean(typed, names));
        }
        return Optional.ofNullable(Suggestion.nearest(
                        typed, all.stream().map(TableName::name).toList()))
                .flatMap(name ->
                        all.stream().filter(table -> table.name().equals(name)).findFirst())
                .map(table -> "did you mean '" + table + "'?");
    }
}
