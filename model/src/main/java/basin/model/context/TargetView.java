package basin.model.context;

import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.model.project.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `target` in templates: the output that the project runs against, without its secrets.
final class TargetView implements HasAttributes, MappingLike {
    private static final Pattern SECRET = Pattern.compile(".*(pass|secret|token|private|credential|keyfile|key_id).*");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    TargetView(Target target) {
        target.keys().forEach((name, value) -> {
            if (!SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                values.put(name, value);
            }
        });
        values.put("profile_name", target.profile());
        values.put("name", target.name());
        values.put("target_name", target.name());
        values.put("type", target.type());
        values.put("database", target.database());
        values.put("dbname", target.database());
        values.put("schema", target.schema());
        values.put("threads", (long) target.threads());
    }

    @Override
    public @Nullable Object attribute(String name) {
        return values.containsKey(name) ? values.get(name) : Absent.ABSENT;
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return key instanceof String name ? attribute(name) : Absent.ABSENT;
    }

    @Override
    public Collection<String> keys() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
