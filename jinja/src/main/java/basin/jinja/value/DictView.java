package basin.jinja.value;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The keys, values or items of a map, as they are when looked at.
public final class DictView extends AbstractCollection<@Nullable Object> {
    private final String name;
    private final Collection<? extends @Nullable Object> elements;

    /// @param name what Python calls it, such as `dict_keys`
    public DictView(String name, Collection<? extends @Nullable Object> elements) {
        this.name = name;
        this.elements = elements;
    }

    public String name() {
        return name;
    }

    @Override
    @SuppressWarnings("unchecked") // a view is only read
    public Iterator<@Nullable Object> iterator() {
        return (Iterator<@Nullable Object>) elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }
}
