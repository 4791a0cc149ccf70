package basin.jinja.filter;

import basin.jinja.call.Filter;
import java.util.HashMap;
import java.util.Map;

/// Some filters, by name.
final class FilterTable {
    private final Map<String, Filter> filters = new HashMap<>();

    FilterTable add(String signature, Filter.Body body) {
        filters.put(signature.substring(0, signature.indexOf('(')), Filter.of(signature, body));
        return this;
    }

    FilterTable alias(String name, String of) {
        Filter filter = filters.get(of);
        if (filter == null) {
            throw new IllegalArgumentException("no filter " + of);
        }
        filters.put(name, filter);
        return this;
    }

    FilterTable addAll(FilterTable others) {
        filters.putAll(others.filters);
        return this;
    }

    Map<String, Filter> filters() {
        return filters;
    }
}
