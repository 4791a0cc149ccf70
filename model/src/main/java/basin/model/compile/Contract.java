package basin.model.compile;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.adapter.Adapter;
import basin.model.adapter.Relation;
import basin.model.resource.Column;
import basin.model.resource.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a model's contract says of its columns, held against what its query returns. Names count without their
/// case, types without lengths and digits.
public final class Contract {
    private Contract() {}

    /// Checks a model whose contract is enforced; does nothing for others.
    ///
    /// @param session is asked for the columns of the query, which is not run
    /// @throws ProblemException if the columns are not those of the contract
    public static void check(Compiled compiled, Adapter session) {
        Node node = compiled.node();
        if (!Boolean.TRUE.equals(node.config().map("contract").get("enforced"))) {
            return;
        }
        Map<String, String> declared = declared(node, session);
        Map<String, String> found = new LinkedHashMap<>();
        session.columnsOf(compiled.sql()).forEach(column -> found.put(fold(column.name()), word(column.type())));
        List<String> differences = new ArrayList<>();
        declared.forEach((name, type) -> {
            String actual = found.get(name);
            if (actual == null) {
                differences.add("the query has no column '" + name + "'");
            } else if (!actual.equals(type)) {
                differences.add("'" + name + "' is " + actual + " in the query and " + type + " in the contract");
            }
        });
        found.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .forEach(name -> differences.add("the contract has no column '" + name + "'"));
        if (!differences.isEmpty()) {
            throw new ProblemException(Problem.wrong(
                            "the columns of '" + node.name() + "' are not those of its contract",
                            node.identity().place())
                    .because(String.join("; ", differences))
                    .advise("change the query, or the columns in the properties file"));
        }
    }

    /// The types of the contract's columns by name, in the database's own words.
    private static Map<String, String> declared(Node node, Adapter session) {
        List<String> casts = new ArrayList<>();
        for (Column column : node.documentation().columnList()) {
            if (column.dataType() == null) {
                throw new ProblemException(Problem.wrong(
                                "the contract of '" + node.name() + "' does not say the type of '" + column.name()
                                        + "'",
                                node.identity().place())
                        .advise("add data_type to the column in the properties file"));
            }
            String quoted = Relation.of(null, null, column.name(), null).render();
            casts.add("cast(null as " + column.dataType() + ") as " + quoted);
        }
        Map<String, String> declared = new LinkedHashMap<>();
        if (!casts.isEmpty()) {
            session.columnsOf("select " + String.join(", ", casts))
                    .forEach(column -> declared.put(fold(column.name()), word(column.type())));
        }
        return declared;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String word(String type) {
        int parenthesis = type.indexOf('(');
        return parenthesis < 0 || type.contains("[") || type.startsWith("STRUCT")
                ? type
                : type.substring(0, parenthesis);
    }
}
