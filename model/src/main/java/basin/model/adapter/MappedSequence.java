package basin.model.adapter;

import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasItems;
import basin.jinja.value.HasRepr;
import basin.jinja.value.Tuple;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Values that are found by their position, from either end, and by their name: a row, a column, the rows or
/// the columns of a [Table]. Iterating gives the values.
public final class MappedSequence extends AbstractList<@Nullable Object>
        implements HasAttributes, HasItems, HasRepr, RandomAccess {

    private static final Members<MappedSequence> MEMBERS = new Members<MappedSequence>()
            .property("name", sequence -> sequence.name == null ? Absent.ABSENT : sequence.name)
            .property("data_type", sequence -> sequence.type == null ? Absent.ABSENT : sequence.type)
            .method("values()", (sequence, _) -> Tuple.copyOf(sequence.values))
            .method("keys()", (sequence, _) -> Tuple.copyOf(sequence.names))
            .method("items()", (sequence, _) -> sequence.items())
            .method("dict()", (sequence, _) -> sequence.dict())
            .method("get(key, default=...)", MappedSequence::get)
            .method(
                    "values_distinct()",
                    (sequence, _) -> Tuple.copyOf(sequence.stream().distinct().toList()))
            .method(
                    "values_without_nulls()",
                    (sequence, _) -> Tuple.copyOf(
                            sequence.stream().filter(value -> value != null).toList()));

    private final @Nullable String name;
    private final @Nullable ColumnType type;
    private final List<String> names;
    private final List<? extends @Nullable Object> values;

    private MappedSequence(
            @Nullable String name,
            @Nullable ColumnType type,
            List<String> names,
            List<? extends @Nullable Object> values) {
        this.name = name;
        this.type = type;
        this.names = names;
        this.values = values;
    }

    /// @param names one for each value, or none at all
    static MappedSequence of(List<String> names, List<? extends @Nullable Object> values) {
        return new MappedSequence(null, null, names, values);
    }

    /// The values of a column.
    static MappedSequence ofColumn(String name, ColumnType type, List<? extends @Nullable Object> values) {
        return new MappedSequence(name, type, List.of(), values);
    }

    @Override
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public @Nullable Object attribute(String member) {
        return MEMBERS.of(this, member);
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        int index = switch (key) {
            case Number position -> position.intValue() < 0 ? size() + position.intValue() : position.intValue();
            case String word -> names.indexOf(word);
            case null, default -> -1;
        };
        return index < 0 || index >= size() ? Absent.ABSENT : values.get(index);
    }

    @Override
    public String repr() {
        return "<agate.MappedSequence: " + values + ">";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private List<Tuple> items() {
        List<Tuple> items = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            items.add(Tuple.of(names.get(i), values.get(i)));
        }
        return items;
    }

    private Map<String, @Nullable Object> dict() {
        Map<String, @Nullable Object> dict = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            dict.put(names.get(i), values.get(i));
        }
        return dict;
    }

    private @Nullable Object get(Given given) {
        Object value = item(given.get("key"));
        return value == Absent.ABSENT ? given.get("default") : value;
    }
}
