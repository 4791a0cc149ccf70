package basin.model.properties;

import basin.core.problem.Problem;
import basin.model.document.Mapping;
import basin.model.resource.Column;
import basin.model.resource.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads columns and constraints.
final class Columns {
    private static final Set<String> KEYS = Set.of(
            "name",
            "description",
            "data_type",
            "quote",
            "tags",
            "meta",
            "docs",
            "config",
            "constraints",
            "tests",
            "data_tests",
            "granularity",
            "dimension",
            "entity");
    private static final Set<String> CONSTRAINT_TYPES =
            Set.of("not_null", "unique", "primary_key", "foreign_key", "check", "custom");

    private final DocsBlocks docs;
    private final String packageName;

    /// @param packageName whose descriptions they are
    Columns(DocsBlocks docs, String packageName) {
        this.docs = docs;
        this.packageName = packageName;
    }

    /// The columns by name, each the last of its name.
    Map<String, Column> read(List<Mapping> columns) {
        Map<String, Column> read = new LinkedHashMap<>();
        for (Mapping column : columns) {
            String name = column.required("name", "a column");
            if (name != null) {
                column.expect(KEYS, "a column");
                read.put(name, column(name, column));
            }
        }
        return read;
    }

    private Column column(String name, Mapping column) {
        Mapping config = column.mapping("config");
        Map<String, @Nullable Object> meta = new LinkedHashMap<>(column.values("meta"));
        Set<String> tags = new LinkedHashSet<>(column.texts("tags"));
        if (config != null) {
            meta.putAll(config.values("meta"));
            tags.addAll(config.texts("tags"));
        }
        return new Column(
                name,
                docs.description(
                        column.rawText("description"), packageName, column.place("description"), column.reading()),
                column.text("data_type"),
                column.flag("quote"),
                List.copyOf(tags),
                meta,
                constraints(column),
                column.text("granularity"));
    }

    /// The constraints of a table or a column.
    static List<Constraint> constraints(Mapping owner) {
        List<Constraint> constraints = new ArrayList<>();
        for (Mapping constraint : owner.mappings("constraints")) {
            String type = constraint.required("type", "a constraint");
            if (type == null) {
                continue;
            }
            if (!CONSTRAINT_TYPES.contains(type)) {
                constraint
                        .findings()
                        .mistakes()
                        .add(Problem.wrong("unknown type of constraint '" + type + "'", constraint.place("type"))
                                .advise("use one of not_null, unique, primary_key, foreign_key, check, custom"));
                continue;
            }
            constraints.add(new Constraint(
                    type,
                    constraint.text("name"),
                    constraint.text("expression"),
                    constraint.texts("columns"),
                    constraint.text("to"),
                    constraint.texts("to_columns"),
                    !Boolean.FALSE.equals(constraint.flag("warn_unenforced")),
                    !Boolean.FALSE.equals(constraint.flag("warn_unsupported"))));
        }
        return constraints;
    }
}
