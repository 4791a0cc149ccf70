package basin.jinja;

import basin.jinja.call.Bound;
import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.Iteration;
import basin.jinja.python.PythonModule;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A context such as a dbt project gives its models, all in memory.
final class ProjectContext {
    private ProjectContext() {}

    static Environment environment() {
        Environment.Builder builder = Environment.builder()
                .withReturn()
                .blockTags(List.of("test", "docs", "materialization", "snapshot"))
                .loader(name -> name.equals("m.sql") ? "{% macro hi(x) %}hi {{x}}{% endmacro %}" : null);
        for (String name : List.of("as_number", "as_bool", "as_text", "as_native")) {
            builder.filter(name, (rendering, value, arguments) -> value);
        }
        return builder.build();
    }

    static Map<String, @Nullable Object> create() {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        Callable hello = Function.of("hello(name='?')", a -> "hello " + a.get(0));
        context.put("hello", hello);
        context.put("dbt_utils", Map.of("hello", hello));
        context.put("adapter", Map.of("dispatch", Function.of("dispatch(name, namespace=None)", a -> hello)));
        context.put("name", "orders");
        context.put("items", new ArrayList<>(List.of(1L, 2L, 3L)));
        context.put("d", new LinkedHashMap<>(Map.of("a", 1L, "b", 2L)));
        context.put("n", null);
        context.put("cfg", Map.of("x", Map.of("y", Map.of("z", "Z"))));
        context.put("tricky", "{{ 1+1 }}{% if %}");
        context.put("execute", true);
        context.put("this", new Relation("sch", "t"));
        context.put("target", Map.of("name", "dev", "type", "duckdb"));
        context.put("model", Map.of("name", "mm", "config", Map.of("materialized", "view")));
        context.put(
                "graph",
                Map.of(
                        "nodes",
                        Map.of(
                                "a", Map.of("name", "m1", "resource_type", "model"),
                                "b", Map.of("name", "t1", "resource_type", "test"))));
        context.put("modules", PythonModule.all());
        context.put(
                "exceptions",
                Map.of(
                        "warn", Function.of("warn(message)", a -> ""),
                        "raise_compiler_error",
                                Function.of("raise_compiler_error(message)", a -> {
                                    throw JinjaException.of(a.text(0));
                                })));
        functions().forEach(function -> context.put(function.name(), function));
        statements(context);
        context.put("context", context);
        return context;
    }

    private static List<Function> functions() {
        return List.of(
                Function.of("var(name, default=None)", a -> a.get(0).equals("x") ? "X" : a.get(1)),
                Function.of("ref(*names, v=None)", ProjectContext::ref),
                Function.of("source(schema, name)", a -> new Relation(a.text(0), a.text(1))),
                Function.of("config(**settings)", a -> ""),
                Function.of("log(message, info=False)", a -> ""),
                Function.of("is_incremental()", a -> true),
                Function.of("run_query(sql)", a -> new Table()),
                Function.of("fromjson(text)", a -> Json.parse(a.text(0))),
                Function.of("tojson(value)", a -> basin.jinja.filter.Json.write(a.get(0), 0, false)),
                Function.of("set(value)", a -> new LinkedHashSet<>(Iteration.list(a.get(0)))),
                Function.of("zip(first, second)", ProjectContext::zip));
    }

    private static Relation ref(Bound arguments) {
        String name = String.valueOf(arguments.more().getLast());
        return new Relation("sch", arguments.get(0) == null ? name : name + "_v" + arguments.get(0));
    }

    private static List<Tuple> zip(Bound arguments) {
        List<@Nullable Object> first = Iteration.list(arguments.get(0));
        List<@Nullable Object> second = Iteration.list(arguments.get(1));
        List<Tuple> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            pairs.add(Tuple.of(first.get(i), second.get(i)));
        }
        return pairs;
    }

    private static void statements(Map<String, @Nullable Object> context) {
        Map<String, String> results = new HashMap<>();
        context.put("statement", Function.of("statement(name, fetch_result=False, caller=None)", a -> {
            Object body = a.get(2) instanceof Callable caller ? caller.call(Arguments.none()) : "";
            results.put(a.text(0), "<" + String.valueOf(body).strip() + ">");
            return "";
        }));
        context.put("load_result", Function.of("load_result(name)", a -> results.get(a.text(0))));
    }

    /// A table's name in three parts.
    record Relation(String schema, String identifier) implements HasAttributes, MappingLike {
        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "schema" -> schema;
                case "identifier", "name" -> identifier;
                default -> Absent.ABSENT;
            };
        }

        @Override
        public Object item(@Nullable Object key) {
            return key instanceof String name && keys().contains(name)
                    ? String.valueOf(attribute(name))
                    : Absent.ABSENT;
        }

        @Override
        public Collection<String> keys() {
            return List.of("schema", "identifier");
        }

        @Override
        public String toString() {
            return "\"db\".\"" + schema + "\".\"" + identifier + "\"";
        }
    }

    /// A query's result of one column, `c`.
    private record Table() implements HasAttributes {
        @Override
        public @Nullable Object attribute(String name) {
            Function values = Function.of("values()", a -> Tuple.of(1L, 2L));
            return switch (name) {
                case "columns" -> List.of((HasAttributes) member -> member.equals("values") ? values : Absent.ABSENT);
                case "rows" -> List.of(Map.of(0L, 1L, "c", 1L), Map.of(0L, 2L, "c", 2L));
                default -> Absent.ABSENT;
            };
        }
    }
}
