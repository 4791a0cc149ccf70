package basin.model.dictionary;

import basin.jinja.value.HasAttributes;
import basin.model.host.Members;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that dbt hands to templates as an object, not as a dictionary: its fields are read as attributes, and
/// `to_dict()` makes a dictionary of it.
public final class ObjectDictionary extends AbstractMap<String, @Nullable Object> implements HasAttributes {
    private static final Members<ObjectDictionary> MEMBERS =
            new Members<ObjectDictionary>().method("to_dict(**)", (self, _) -> self.dictionary());

    private final Map<String, @Nullable Object> fields;

    /// @param fields by name; others of these objects may be among them
    public ObjectDictionary(Map<String, @Nullable Object> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return fields.entrySet();
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        return fields.put(name, value);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private Map<String, @Nullable Object> dictionary() {
        Map<String, @Nullable Object> dictionary = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                dictionary.put(name, value instanceof ObjectDictionary inner ? inner.dictionary() : value));
        return dictionary;
    }
}
