package basin.jinja.filter;

import basin.jinja.operation.Numbers;
import basin.jinja.operation.Text;
import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasItems;
import basin.jinja.value.Tuple;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Elements that share a value: what `groupby` gives. Unpacks into that value and the elements.
record Group(@Nullable Object grouper, List<@Nullable Object> list)
        implements HasAttributes, HasItems, Iterable<@Nullable Object> {

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "grouper" -> grouper;
            case "list" -> list;
            default -> Absent.ABSENT;
        };
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        if (!(Numbers.normal(key) instanceof Long index)) {
            return Absent.ABSENT;
        }
        if (index == 0 || index == -2) {
            return grouper;
        }
        return index == 1 || index == -1 ? list : Absent.ABSENT;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return Tuple.of(grouper, list).iterator();
    }

    @Override
    public String toString() {
        return "(" + Text.repr(grouper) + ", " + Text.repr(list) + ")";
    }
}
