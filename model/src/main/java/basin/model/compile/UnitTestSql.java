package basin.model.compile;

import basin.core.problem.ProblemException;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.model.adapter.Adapter;
import basin.model.adapter.Column;
import basin.model.adapter.Relation;
import basin.model.context.NodeContext;
import basin.model.context.Referents;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.Source;
import basin.model.resource.SourceCall;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A unit test as one query: the model over the rows that the test gives, beside the rows that it expects.
///
/// @param sql returns the rows of both sides, with `actual` or `expected` in a last column `actual_or_expected`
/// @param columns that are compared, in order
public record UnitTestSql(String sql, List<String> columns) {
    private static final Pattern INPUT = Pattern.compile(
            "\\s*(ref|source)\\s*\\(\\s*['\"]([^'\"]+)['\"]\\s*(?:,\\s*['\"]([^'\"]+)['\"]\\s*)?(?:,\\s*(?:v|version)\\s*=\\s*['\"]?([^'\")\\s]+)['\"]?\\s*)?\\)\\s*");

    /// Compiles a test for a database, which is asked for the columns of the inputs.
    ///
    /// @param model that is tested
    /// @throws basin.core.problem.ProblemException if a template fails, or an input is unknown
    public static UnitTestSql of(Compiler compiler, UnitTest test, Node model, Referents references, Adapter session) {
        return new Building(compiler, test, model, references, session).build();
    }

    /// The work on one test.
    private static final class Building {
        private final Compiler compiler;
        private final UnitTest test;
        private final Node model;
        private final Referents references;
        private final Adapter session;
        private final NodeContext plain;
        private final Map<String, Relation> standIns = new LinkedHashMap<>();
        private final List<Compiled.Cte> fixtures = new ArrayList<>();

        Building(Compiler compiler, UnitTest test, Node model, Referents references, Adapter session) {
            this.compiler = compiler;
            this.test = test;
            this.model = model;
            this.references = references;
            this.session = session;
            this.plain = NodeContext.executing(compiler.project(), model, references, session, Map.of(), null);
        }

        UnitTestSql build() {
            try {
                test.given().stream().filter(given -> !isSelf(given)).forEach(this::input);
                Relation self = test.given().stream()
                        .filter(Building::isSelf)
                        .map(given ->
                                standIn(model.uniqueId(), model.relation(), "this__" + model.name(), given.rows()))
                        .findFirst()
                        .orElse(null);
                Compiled compiled = compileModel(self);
                Map<String, String> types = types(session.columnsOf(compiled.sql()));
                List<String> columns = compared(types);
                Map<String, String> expectedTypes = new LinkedHashMap<>();
                columns.forEach(column -> expectedTypes.put(column, types.getOrDefault(fold(column), "varchar")));
                String expected = rows(test.expected(), expectedTypes);
                Object sql = call("get_unit_test_sql", compiled.sql(), expected, columns);
                return new UnitTestSql(String.valueOf(sql), columns);
            } catch (JinjaException failure) {
                throw compiler.mistake(failure, model);
            }
        }

        private static boolean isSelf(UnitTest.Given given) {
            return given.input().strip().equals("this");
        }

        private void input(UnitTest.Given given) {
            Matcher input = INPUT.matcher(given.input());
            if (!input.matches()) {
                throw JinjaException.of("the input '" + given.input()
                        + "' of a unit test is none of ref('model'), source('source', 'table') and this");
            }
            if (input.group(1).equals("source")) {
                Source source = references.source(
                        model.packageName(),
                        new SourceCall(
                                input.group(2),
                                String.valueOf(input.group(3)),
                                given.rows().place()));
                standIn(source.uniqueId(), source.relation(), source.sourceName() + "__" + source.name(), given.rows());
            } else {
                boolean two = input.group(3) != null;
                Node node = references.ref(
                        model.packageName(),
                        new RefCall(
                                two ? input.group(2) : null,
                                two ? input.group(3) : input.group(2),
                                input.group(4),
                                given.rows().place()));
                standIn(node.uniqueId(), node.relation(), node.relation().identifier(), given.rows());
            }
        }

        private Relation standIn(String uniqueId, RelationName name, String cte, UnitTestRows rows) {
            Relation relation = Relation.cte("__dbt__cte__" + cte.replaceAll("\\W", "_"));
            standIns.put(uniqueId, relation);
            List<Column> columns =
                    session.columns(Relation.of(name.database(), name.schema(), name.identifier(), null));
            Map<String, String> types = types(columns.isEmpty() ? columnsToBe(uniqueId) : columns);
            fixtures.add(new Compiled.Cte(uniqueId, relation.render(), rows(rows, types)));
            return relation;
        }

        /// The columns that a table will have which is not there yet; none where that cannot be told.
        private List<Column> columnsToBe(String uniqueId) {
            if (uniqueId.equals(model.uniqueId())) {
                return columnsOfModel();
            }
            for (Resource resource : references.resources()) {
                if (resource instanceof Node node && node.uniqueId().equals(uniqueId) && node.kind() instanceof Model) {
                    return columnsOf(node);
                }
            }
            return List.of();
        }

        private List<Column> columnsOf(Node node) {
            try {
                return session.columnsOf(
                        compiler.compile(node, references, session).sql());
            } catch (ProblemException missing) {
                return List.of();
            }
        }

        private List<Column> columnsOfModel() {
            NodeContext context = NodeContext.executing(compiler.project(), model, references, session, standIns, null);
            context.macros().replace("is_incremental", _ -> false);
            context.override(test.vars(), test.environment());
            return session.columnsOf(compiled(context).sql());
        }

        private Compiled compileModel(@Nullable Relation self) {
            NodeContext context = NodeContext.executing(compiler.project(), model, references, session, standIns, null);
            if (self != null) {
                context.put("this", self);
            }
            test.macros().forEach((macro, value) -> context.macros().replace(macro, _ -> value));
            context.override(test.vars(), test.environment());
            return compiled(context);
        }

        private Compiled compiled(NodeContext context) {
            Compiled compiled = compiler.compileOver(context, model, references, session);
            List<Compiled.Cte> all = new ArrayList<>(fixtures);
            all.addAll(compiled.ctes());
            return new Compiled(model, compiled.body(), all, CteInjection.into(compiled.body(), all));
        }

        /// A query of the rows.
        ///
        /// @param types of the columns by name, in lower case; empty where nobody knows them
        private String rows(UnitTestRows rows, Map<String, String> types) {
            return switch (rows) {
                case UnitTestRows.Sql sql -> plain.render(sql.sql());
                case UnitTestRows.Values values -> {
                    Map<String, String> known = new LinkedHashMap<>(types);
                    List<Map<String, @Nullable Object>> folded = new ArrayList<>();
                    for (Map<String, @Nullable Object> row : values.rows()) {
                        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
                        row.forEach((name, value) -> {
                            String column = types.containsKey(name) ? name : fold(name);
                            check(name, column, types, rows);
                            known.putIfAbsent(column, "varchar");
                            byName.put(column, value);
                        });
                        folded.add(byName);
                    }
                    yield String.valueOf(call("get_fixture_sql", folded, known));
                }
            };
        }

        private static void check(String name, String column, Map<String, String> types, UnitTestRows rows) {
            if (!types.isEmpty() && !types.containsKey(column)) {
                throw JinjaException.of("the rows at " + rows.place() + " name a column '" + name
                        + "' that is not there; the columns are " + String.join(", ", types.keySet()));
            }
        }

        private List<String> compared(Map<String, String> types) {
            Set<String> named = new LinkedHashSet<>();
            if (test.expected() instanceof UnitTestRows.Values values) {
                values.rows().forEach(row -> row.keySet().forEach(name -> named.add(fold(name))));
            } else {
                String sql = plain.render(((UnitTestRows.Sql) test.expected()).sql());
                session.columnsOf(sql).forEach(column -> named.add(fold(column.name())));
            }
            return List.copyOf(named.isEmpty() ? types.keySet() : named);
        }

        private @Nullable Object call(String macro, @Nullable Object... arguments) {
            Callable callable = compiler.macro(plain, macro, model);
            return callable.call(Arguments.of(arguments));
        }

        private static Map<String, String> types(List<Column> columns) {
            Map<String, String> types = new LinkedHashMap<>();
            columns.forEach(column -> types.put(fold(column.name()), column.type()));
            return types;
        }

        private static String fold(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
