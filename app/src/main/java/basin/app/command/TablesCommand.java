package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import basin.lake.Lake;
import basin.lake.Relation;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin tables [NAME] [--columns]`
@picocli.CommandLine.Command(
        name = "tables",
        header = "List the tables of the lake.",
        description = "Told from what the lake notes about its tables; no rows are read.",
        footer = {
            "",
            "Examples:",
            "  basin tables                    all of them, with rows, size and time of the last change",
            "  basin tables shop               those of one source",
            "  basin tables shop.orders --columns"
        })
public final class TablesCommand implements Command {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A table, or a source whose tables to list.")
    private @Nullable String name;

    @Option(names = "--columns", description = "List the columns of each table too.")
    private boolean columns;

    @Override
    public Answer run(Workplace workplace) {
        Lake lake = workplace.lake();
        List<Relation> all = lake.relations();
        List<Relation> wanted =
                all.stream().filter(relation -> isMeant(relation.name())).toList();
        if (wanted.isEmpty() && name != null) {
            throw unknown(name, all.stream().map(Relation::name).toList());
        }
        List<TableRow> rows = wanted.stream()
                .flatMap(relation -> row(relation, lake).stream())
                .toList();
        return new TableList(rows, columns, !workplace.isSilent());
    }

    private boolean isMeant(TableName table) {
        return name == null || name.equals(table.schema()) || name.equals(table.toString());
    }

    private static Optional<TableRow> row(Relation relation, Lake lake) {
        return switch (relation.kind()) {
            case TABLE ->
                lake.find(relation.name())
                        .map(table -> new TableRow(
                                table.name(),
                                false,
                                table.schema(),
                                table.isAwaited(),
                                table.snapshots().stream().findFirst()));
            case VIEW ->
                lake.findView(relation.name())
                        .map(view -> new TableRow(view.name(), true, view.schema(), false, Optional.empty()));
        };
    }

    private static ProblemException unknown(String name, List<TableName> all) {
        TreeSet<String> names = new TreeSet<>();
        for (TableName table : all) {
            names.add(table.schema());
            names.add(table.toString());
        }
        return new ProblemException(
                Problem.failed("there is no table or source '" + name + "' in the lake", Place.NOWHERE)
                        .advise(Suggestion.didYouMean(name, names)));
    }
}
