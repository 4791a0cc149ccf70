package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `config` while a node runs: the node's settings. Calls change nothing, they have been noted before.
///
/// @param values the node's `config` dictionary, the same one that `model.config` shows
record FinalSettings(Map<String, @Nullable Object> values) implements Settings {
    private static final Members<FinalSettings> MEMBERS = new Members<FinalSettings>()
            .method("get(name, default=..., validator=...)", (settings, given) -> get(settings.values, given))
            .method("require(name, validator=...)", (settings, given) -> require(settings.values, given))
            .method("meta_get(name, default=...)", (settings, given) -> get(settings.meta(), given))
            .method("meta_require(name)", (settings, given) -> require(settings.meta(), given))
            .method("set(name, value)", (settings, given) -> {
                settings.values.put(given.required("name"), given.get("value"));
                return "";
            })
            .method("persist_relation_docs()", (settings, _) -> settings.persists("relation"))
            .method("persist_column_docs()", (settings, _) -> settings.persists("columns"));

    @Override
    public @Nullable Object call(Arguments arguments) {
        return "";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private boolean persists(String what) {
        return values.get("persist_docs") instanceof Map<?, ?> docs && Boolean.TRUE.equals(docs.get(what));
    }

    private Map<?, ?> meta() {
        return values.get("meta") instanceof Map<?, ?> meta ? meta : Map.of();
    }

    private static @Nullable Object get(Map<?, ?> values, Given given) {
        Object value = value(values, given);
        return value == null ? given.get("default") : value;
    }

    /// Hooks answer to both of their spellings.
    private static @Nullable Object value(Map<?, ?> values, Given given) {
        String name = given.required("name");
        return values.get(name.endsWith("_hook") ? name.replace('_', '-') : name);
    }

    private static Object require(Map<?, ?> values, Given given) {
        Object value = value(values, given);
        if (value == null) {
            throw JinjaException.of("the setting '" + given.required("name") + "' is missing");
        }
        return value;
    }
}
