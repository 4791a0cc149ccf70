package basin.app.command;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import basin.lake.Lake;
import basin.lake.LakeTable;
import java.util.List;

/// A table of the lake, by the name that somebody typed.
final class NamedTable {

    private NamedTable() {}

    /// @param name such as `shop.orders`
    /// @throws ProblemException if there is no such table, with one that may be meant
    static LakeTable in(Lake lake, String name) {
        List<TableName> tables = lake.tables();
        return tables.stream()
                .filter(table -> table.toString().equals(name))
                .findFirst()
                .flatMap(lake::find)
                .orElseThrow(() -> new ProblemException(Problem.failed(
                                "there is no table '" + name + "' in the lake", Place.NOWHERE)
                        .advise(Suggestion.didYouMean(
                                name, tables.stream().map(TableName::toString).toList()))));
    }
}
