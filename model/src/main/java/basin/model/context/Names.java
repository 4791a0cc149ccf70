package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.model.adapter.Table;
import basin.model.dictionary.ConfigDictionary;
import basin.model.host.Given;
import basin.model.host.Members;
import basin.model.project.DbtVersion;
import basin.model.resource.MetricCall;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that Basin gives to every template of a dbt project. A macro of the same name hides one of them,
/// and finds it below `builtins`.
final class Names {
    /// What environment variables begin with that templates of models must not read.
    private static final String SECRET = "DBT_ENV_SECRET";

    /// What environment variables begin with that describe a run.
    private static final String METADATA = "DBT_ENV_CUSTOM_ENV_";

    private static final RelationApi RELATIONS = new RelationApi();
    private static final ColumnApi COLUMNS = new ColumnApi();

    private static final Members<NodeContext> MEMBERS = new Members<>();

    static {
        inputs();
        node();
        project();
        database();
        results();
        speech();
    }

    private Names() {}

    /// The value of a name; null also where there is no such name.
    static @Nullable Object of(NodeContext context, String name) {
        Object value = MEMBERS.of(context, name);
        return value == Absent.ABSENT ? Functions.of(name) : value;
    }

    static boolean has(String name) {
        return MEMBERS.has(name) || Functions.has(name);
    }

    static Collection<String> all() {
        return MEMBERS.names();
    }

    private static void inputs() {
        MEMBERS.property("ref", RefFunction::new)
                .method("source(*names)", (context, given) -> context.inputs().source(source(context, given)))
                .method("metric(*names)", (context, given) -> {
                    context.inputs().metric(metric(context, given));
                    return "";
                })
                .method("doc(*names)", (_, _) -> "")
                .property("config", NodeContext::settings)
                .property("var", context -> new Variables(context.variables(), context::render, context.executes()))
                .method("env_var(name, default=...)", Names::environment);
    }

    private static void node() {
        MEMBERS.property("this", context -> Relations.of(context.node().relation()))
                .property("model", NodeContext::dictionary)
                .property("node", NodeContext::dictionary)
                .property("schema", context -> context.node().relation().schema())
                .property("database", context -> context.node().relation().database())
                .property("pre_hooks", context -> ConfigDictionary.hooks(hooks(context, "pre_hook")))
                .property("post_hooks", context -> ConfigDictionary.hooks(hooks(context, "post_hook")))
                .property("sql", context -> context.dictionary().get("compiled_code"))
                .property("compiled_code", context -> context.dictionary().get("compiled_code"))
                .method("render(text)", (context, given) -> context.render(given.required("text")))
                .property("context", context -> context)
                .property("builtins", Builtins::new);
    }

    private static void project() {
        MEMBERS.property("target", context -> context.project().target())
                .property(
                        "project_name",
                        context -> context.project().tree().root().name())
                .property("flags", context -> (HasAttributes) flag -> {
                    Map<String, @Nullable Object> flags = context.project().flags();
                    return flags.containsKey(flag) ? flags.get(flag) : Absent.ABSENT;
                })
                .property(
                        "graph",
                        context -> context.executes()
                                ? context.project().graph().view()
                                : GraphView.empty().view())
                .property(
                        "invocation_id",
                        context -> context.project().invocation().id())
                .property(
                        "invocation_args_dict",
                        context -> context.project().invocation().arguments())
                .property(
                        "run_started_at",
                        context -> context.project().invocation().startedAt().atOffset(ZoneOffset.UTC))
                .property(
                        "selected_resources",
                        context -> context.project().invocation().selected().uniqueIds())
                .property("dbt_version", _ -> DbtVersion.CURRENT)
                .property("dbt_metadata_envs", Names::metadata)
                .property("thread_id", _ -> Thread.currentThread().getName())
                .property("connection_name", context -> context.node().uniqueId());
    }

    private static void database() {
        MEMBERS.property("execute", NodeContext::executes)
                .property("adapter", NodeContext::adapter)
                .property("api", _ -> (HasAttributes) name -> switch (name) {
                    case "Relation" -> RELATIONS;
                    case "Column" -> COLUMNS;
                    default -> Absent.ABSENT;
                })
                .method("submit_python_job(parsed_model, compiled_code)", (_, _) -> {
                    throw JinjaException.of("models in Python are not supported, only those in SQL");
                });
    }

    private static void results() {
        MEMBERS.method("load_result(name)", (context, given) -> context.load(given.required("name")))
                .method("store_result(name, response, agate_table=...)", (context, given) -> {
                    context.store(given.required("name"), given.get("response"), table(given));
                    return "";
                })
                .method(
                        "store_raw_result(name, message=..., code=..., rows_affected=..., agate_table=...)",
                        (context, given) -> {
                            Object rows = given.get("rows_affected");
                            long affected = rows instanceof Number number ? number.longValue() : -1;
                            String message = given.text("message");
                            context.store(
                                    given.required("name"),
                                    new Response(message == null ? "" : message, given.text("code"), affected),
                                    table(given));
                            return "";
                        })
                .method("write(payload)", (context, given) -> {
                    context.write(given.required("payload"));
                    return "";
                });
    }

    private static void speech() {
        MEMBERS.method("log(msg, info=...)", (context, given) -> {
                    context.project().messages().log(Functions.text(given.get("msg")), given.flag("info", false));
                    return "";
                })
                .method("print(msg)", (context, given) -> {
                    context.project().messages().print(Functions.text(given.get("msg")));
                    return "";
                })
                .property(
                        "exceptions",
                        context -> new Exceptions(context.project().messages()))
                .method(
                        "try_or_compiler_error(message_if_exception, func, *args, **kwargs)",
                        (_, given) -> attempt(given));
    }

    private static @Nullable Object attempt(Given given) {
        try {
            return given.as("func", Callable.class, "a function").call(new Arguments(given.rest(), given.others()));
        } catch (JinjaException failure) {
            throw JinjaException.of(given.required("message_if_exception"));
        }
    }

    private static Table table(Given given) {
        return given.get("agate_table") instanceof Table table ? table : Table.EMPTY;
    }

    private static List<?> hooks(NodeContext context, String name) {
        return context.node().config().list(name);
    }

    static RefCall ref(NodeContext context, Given given) {
        List<String> names = names(given, "ref('orders')");
        Object version = given.get("v", given.get("version"));
        return new RefCall(
                names.size() > 1 ? names.getFirst() : null,
                names.getLast(),
                version == null ? null : version.toString(),
                CallSites.of(context.node(), "ref", names.getLast()));
    }

    private static SourceCall source(NodeContext context, Given given) {
        List<String> names = names(given, "source('shop', 'orders')");
        if (names.size() != 2) {
            throw JinjaException.of("source() takes two names, as in source('shop', 'orders')");
        }
        return new SourceCall(
                names.getFirst(), names.getLast(), CallSites.of(context.node(), "source", names.getLast()));
    }

    private static MetricCall metric(NodeContext context, Given given) {
        List<String> names = names(given, "metric('revenue')");
        return new MetricCall(
                names.size() > 1 ? names.getFirst() : null,
                names.getLast(),
                CallSites.of(context.node(), "metric", names.getLast()));
    }

    private static List<String> names(Given given, String example) {
        List<String> names = given.rest().stream().map(String::valueOf).toList();
        if (names.isEmpty() || names.size() > 2) {
            throw JinjaException.of("one name or two are needed, as in " + example);
        }
        return names;
    }

    /// The environment variables that are meant to describe a run, without what their names begin with.
    private static Map<String, @Nullable Object> metadata(NodeContext context) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        context.project().tree().environment().variables().forEach((name, value) -> {
            if (name.startsWith(METADATA)) {
                metadata.put(name.substring(METADATA.length()), value);
            }
        });
        return metadata;
    }

    private static @Nullable Object environment(NodeContext context, Given given) {
        String name = given.required("name");
        if (name.startsWith(SECRET)) {
            throw JinjaException.of(
                    "the variable '" + name + "' is secret: only profiles.yml and packages.yml may read it");
        }
        String value = context.environment(name);
        if (value == null && !given.has("default")) {
            throw JinjaException.of("the environment variable '" + name + "' is not set and has no default");
        }
        return value == null ? given.get("default") : value;
    }

    /// `builtins` in templates: all names, without the macros that hide some of them.
    private record Builtins(NodeContext context) implements HasAttributes, MappingLike {
        @Override
        public @Nullable Object attribute(String name) {
            return has(name) ? of(context, name) : Absent.ABSENT;
        }

        @Override
        public @Nullable Object item(@Nullable Object key) {
            return key instanceof String name ? attribute(name) : Absent.ABSENT;
        }

        @Override
        public Collection<String> keys() {
            return all();
        }
    }
}
