package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.Tuple;
import basin.model.adapter.Column;
import basin.model.adapter.Relation;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import basin.model.host.Given;
import basin.model.host.Members;
import basin.model.macro.Macros;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `adapter` in templates: the database, and what differs from one kind of database to the next.
///
/// @param type the database's kind, such as `duckdb`
record AdapterView(String type, Database database, Macros macros, Messages messages) implements HasAttributes {
    private static final List<String> STRATEGIES =
            List.of("append", "delete+insert", "merge", "insert_overwrite", "microbatch");

    private static final Members<AdapterView> MEMBERS = new Members<AdapterView>();

    static {
        macros(MEMBERS);
        names(MEMBERS);
        relations(MEMBERS);
        columns(MEMBERS);
        statements(MEMBERS);
        configuration(MEMBERS);
        duckdb(MEMBERS);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private static void macros(Members<AdapterView> members) {
        members.method(
                        "dispatch(macro_name, macro_namespace=..., packages=...)",
                        (adapter, given) ->
                                adapter.macros.dispatch(given.required("macro_name"), given.text("macro_namespace")))
                .method(
                        "get_incremental_strategy_macro(model_context, strategy)",
                        (adapter, given) -> adapter.strategy(given.required("strategy")));
    }

    private static void names(Members<AdapterView> members) {
        members.method("type()", (adapter, _) -> adapter.type)
                .method("quote(identifier)", (_, given) -> Column.quoted(given.required("identifier")))
                .method(
                        "quote_as_configured(identifier, quote_key=...)",
                        (_, given) -> Column.quoted(given.required("identifier")))
                .method(
                        "quote_seed_column(column, quote_config=...)",
                        (_, given) -> given.flag("quote_config", false)
                                ? Column.quoted(given.required("column"))
                                : given.required("column"))
                .method("verify_database(database)", (_, _) -> "")
                .method("nice_connection_name()", (adapter, _) -> adapter.type)
                .method("is_cancelable()", (_, _) -> true)
                .method("date_function()", (_, _) -> "now()")
                .property("behavior", _ -> (HasAttributes) _ -> false);
    }

    private static void relations(Members<AdapterView> members) {
        members.method(
                        "get_relation(database, schema, identifier, needs_information=...)",
                        (adapter, given) -> adapter.relation(given))
                .method(
                        "list_relations(database, schema)",
                        (adapter, given) -> adapter.database.relations(given.text("database"), given.text("schema")))
                .method("list_relations_without_caching(schema_relation)", (adapter, given) -> {
                    Relation schema = relation(given, "schema_relation");
                    return adapter.database.relations(schema.database(), schema.schema());
                })
                .method("list_schemas(database)", (adapter, given) -> adapter.database.schemas(given.text("database")))
                .method(
                        "check_schema_exists(database, schema)",
                        (adapter, given) -> adapter.schemaExists(given.text("database"), given.required("schema")))
                .method(
                        "already_exists(schema, table)",
                        (adapter, given) -> adapter.database.isOpen()
                                && adapter.database.relations(null, given.text("schema")).stream()
                                        .anyMatch(
                                                found -> given.required("table").equalsIgnoreCase(found.identifier())))
                .method("create_schema(relation)", (adapter, given) -> {
                    adapter.database.createSchema(relation(given, "relation"));
                    return "";
                })
                .method("drop_schema(relation)", (adapter, given) -> {
                    adapter.database.dropSchema(relation(given, "relation"));
                    return "";
                })
                .method("drop_relation(relation)", (adapter, given) -> {
                    adapter.database.drop(relation(given, "relation"));
                    return "";
                })
                .method("truncate_relation(relation)", (adapter, given) -> {
                    adapter.database.truncate(relation(given, "relation"));
                    return "";
                })
                .method("rename_relation(from_relation, to_relation)", (adapter, given) -> {
                    adapter.database.rename(relation(given, "from_relation"), relation(given, "to_relation"));
                    return "";
                });
        for (String cache : List.of("cache_added(relation)", "cache_dropped(relation)", "cache_renamed(*)")) {
            members.method(cache, (_, _) -> "");
        }
    }

    private static void columns(Members<AdapterView> members) {
        members.method(
                        "get_columns_in_relation(relation)",
                        (adapter, given) -> adapter.database.columns(relation(given, "relation")))
                .method(
                        "get_column_schema_from_query(sql)",
                        (adapter, given) -> adapter.database.columnsOf(given.required("sql")))
                .method(
                        "get_missing_columns(from_relation, to_relation)",
                        (adapter, given) -> missing(
                                adapter.database.columns(relation(given, "from_relation")),
                                adapter.database.columns(relation(given, "to_relation"))))
                .method("expand_target_column_types(from_relation, to_relation)", (_, _) -> "")
                .method("convert_type(agate_table, col_idx)", (_, given) -> convertedType(given))
                .method(
                        "get_rows_different_sql(relation_a, relation_b, column_names=..., except_operator=...)",
                        (_, given) -> differentRows(given))
                .method("render_raw_columns_constraints(raw_columns)", (_, given) -> columnDefinitions(given))
                .method("render_raw_model_constraints(raw_constraints)", (_, _) -> List.of());
    }

    private static void statements(Members<AdapterView> members) {
        members.method(
                        "execute(sql, auto_begin=..., fetch=..., limit=...)",
                        (adapter, given) -> adapter.execute(given.required("sql"), given.flag("fetch", false)))
                .method(
                        "add_query(sql, auto_begin=..., bindings=..., abridge_sql_log=...)",
                        (adapter, given) -> adapter.execute(given.required("sql"), false))
                .method("validate_sql(sql)", (adapter, given) -> {
                    adapter.database.validate(given.required("sql"));
                    return "";
                })
                .method("submit_python_job(parsed_model, compiled_code)", (_, _) -> {
                    throw JinjaException.of("models in Python are not supported, only those in SQL");
                });
        for (String transaction : List.of("commit()", "commit_if_has_connection()", "debug_query()")) {
            members.method(transaction, (_, _) -> "");
        }
    }

    private static void configuration(Members<AdapterView> members) {
        members.method("valid_incremental_strategies()", (_, _) -> STRATEGIES)
                .method("get_hard_deletes_behavior(config)", (_, given) -> hardDeletes(given))
                .method("valid_snapshot_target(relation, column_names=...)", (_, _) -> "")
                .method("assert_valid_snapshot_target_given_strategy(relation, column_names, strategy)", (_, _) -> "")
                .method("standardize_grants_dict(grants_table)", (_, _) -> new LinkedHashMap<>())
                .method("parse_index(raw_index)", (_, _) -> null);
    }

    /// What macros written for DuckDB ask for.
    private static void duckdb(Members<AdapterView> members) {
        members.method("is_motherduck()", (_, _) -> false)
                .method("is_ducklake(relation=...)", (_, _) -> false)
                .method("use_ducklake_table_workarounds(relation=...)", (_, _) -> false)
                .method("disable_transactions()", (_, _) -> false)
                .method("external_root()", (_, _) -> ".")
                .method("get_binding_char()", (_, _) -> "?")
                .method("location_exists(location)", (_, _) -> false)
                .method("warn_once(msg)", (adapter, given) -> {
                    adapter.messages.warn(given.required("msg"));
                    return "";
                });
    }

    private @Nullable Relation relation(Given given) {
        return database.relation(
                Relation.of(given.text("database"), given.text("schema"), given.text("identifier"), null));
    }

    private boolean schemaExists(@Nullable String name, String schema) {
        return database.schemas(name).stream().anyMatch(schema::equalsIgnoreCase);
    }

    private Tuple execute(String sql, boolean fetch) {
        Result result = database.execute(sql, fetch);
        return Tuple.of(new Response(result.message(), null, result.rows()), result.table());
    }

    /// The macro of an incremental strategy, one of a project's own among them.
    private Callable strategy(String name) {
        String macro = "get_incremental_" + name.toLowerCase(Locale.ROOT).replace('+', '_') + "_sql";
        Callable found = macros.find(macro);
        if (found == null) {
            throw JinjaException.of("there is no incremental strategy '" + name + "'; one of "
                    + String.join(", ", STRATEGIES) + ", or define the macro " + macro);
        }
        return found;
    }

    private static Relation relation(Given given, String name) {
        return given.as(name, Relation.class, "a relation");
    }

    private static List<Column> missing(List<Column> from, List<Column> to) {
        Set<String> known = to.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return from.stream()
                .filter(column -> !known.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String convertedType(Given given) {
        Table table = given.as("agate_table", Table.class, "a table");
        int index = given.get("col_idx") instanceof Number number ? number.intValue() : 0;
        return switch (table.types().get(index)) {
            case "Boolean" -> "boolean";
            case "Integer" -> "bigint";
            case "Number" -> "float8";
            case "Date" -> "date";
            case "DateTime" -> "timestamp without time zone";
            default -> "text";
        };
    }

    private static String hardDeletes(Given given) {
        Object config = given.get("config");
        if (!(config instanceof Map<?, ?> settings)) {
            return "ignore";
        }
        Object behavior = settings.get("hard_deletes");
        if (behavior == null) {
            return Boolean.TRUE.equals(settings.get("invalidate_hard_deletes")) ? "invalidate" : "ignore";
        }
        if (!List.of("ignore", "invalidate", "new_record").contains(behavior.toString())) {
            throw JinjaException.of("unknown hard_deletes '" + behavior + "'; one of ignore, invalidate, new_record");
        }
        return behavior.toString();
    }

    private static String differentRows(Given given) {
        Relation one = relation(given, "relation_a");
        Relation other = relation(given, "relation_b");
        String columns = given.get("column_names") instanceof List<?> names
                ? names.stream()
                        .map(name -> Column.quoted(String.valueOf(name)))
                        .collect(Collectors.joining(", "))
                : "*";
        String left = "select " + columns + " from " + one;
        String right = "select " + columns + " from " + other;
        return "with diff_rows as ((" + left + " except " + right + ") union all (" + right + " except " + left
                + ")) select (select count(*) from " + one + ") - (select count(*) from " + other
                + ") as row_count_difference, (select count(*) from diff_rows) as num_mismatched";
    }

    private static List<String> columnDefinitions(Given given) {
        List<String> definitions = new ArrayList<>();
        if (given.get("raw_columns") instanceof Map<?, ?> columns) {
            columns.values().stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .forEach(column -> definitions.add(
                            column.get("name") + " " + Objects.requireNonNullElse(column.get("data_type"), "")));
        }
        return definitions;
    }
}
