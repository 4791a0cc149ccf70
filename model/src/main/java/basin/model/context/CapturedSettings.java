package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Arguments;
import basin.model.host.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `config` while a project is being read: notes what is set; every answer is an empty text, since nobody knows
/// yet.
final class CapturedSettings implements Settings {
    private static final Members<CapturedSettings> MEMBERS = new Members<CapturedSettings>()
            .method("get(name, default=..., validator=...)", (_, _) -> "")
            .method("require(name, validator=...)", (_, _) -> "")
            .method("meta_get(name, default=...)", (_, _) -> "")
            .method("meta_require(name)", (_, _) -> "")
            .method("set(name, value)", (settings, given) -> {
                Map<String, @Nullable Object> call = new LinkedHashMap<>();
                call.put(given.required("name"), given.get("value"));
                settings.calls.add(call);
                return "";
            })
            .method("persist_relation_docs()", (_, _) -> false)
            .method("persist_column_docs()", (_, _) -> false);

    private final List<Map<String, @Nullable Object>> calls = new ArrayList<>();

    @Override
    public @Nullable Object call(Arguments arguments) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        for (Object positional : arguments.positional()) {
            if (!(positional instanceof Map<?, ?> settings)) {
                throw JinjaException.of("config() takes settings by name, as in config(materialized='table')");
            }
            settings.forEach((name, value) -> call.put(String.valueOf(name), value));
        }
        call.putAll(arguments.keyword());
        calls.add(call);
        return "";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    /// The settings of each call, in order.
    List<Map<String, @Nullable Object>> calls() {
        return calls;
    }
}
