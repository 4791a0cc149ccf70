package basin.model.context;

import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Tuple;
import basin.model.adapter.Table;
import basin.model.host.Members;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement's result, kept under the statement's name: what `load_result()` returns.
record StoredResult(@Nullable Object response, Table table) implements HasAttributes, MappingLike {
    private static final Members<StoredResult> MEMBERS = new Members<StoredResult>()
            .property("response", StoredResult::response)
            .property("status", StoredResult::response)
            .property("table", StoredResult::table)
            .property(
                    "data",
                    result -> result.table.rows().stream().map(Tuple::copyOf).toList());

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return key instanceof String name ? attribute(name) : Absent.ABSENT;
    }

    @Override
    public List<String> keys() {
        return List.of("response", "data", "table");
    }
}
