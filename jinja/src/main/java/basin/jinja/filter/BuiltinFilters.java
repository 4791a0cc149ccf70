package basin.jinja.filter;

import basin.jinja.call.Filter;
import java.util.Map;

/// All filters, by name.
public final class BuiltinFilters {
    private static final Map<String, Filter> ALL = Map.copyOf(new FilterTable()
            .addAll(TextFilters.TABLE)
            .addAll(MarkupFilters.TABLE)
            .addAll(NumberFilters.TABLE)
            .addAll(SequenceFilters.TABLE)
            .addAll(SelectionFilters.TABLE)
            .addAll(GeneralFilters.TABLE)
            .filters());

    private BuiltinFilters() {}

    public static Map<String, Filter> all() {
        return ALL;
    }
}
