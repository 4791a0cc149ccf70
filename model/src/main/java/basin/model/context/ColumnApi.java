package basin.model.context;

import basin.jinja.value.Arguments;
import basin.jinja.value.Callable;
import basin.jinja.value.HasAttributes;
import basin.model.adapter.Column;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `api.Column` in templates: makes columns, when called, and knows the words of types.
final class ColumnApi implements HasAttributes, Callable {
    private static final Members<ColumnApi> MEMBERS = new Members<ColumnApi>()
            .method(
                    "create(column, dtype, char_size=..., numeric_precision=..., numeric_scale=...)",
                    (_, given) -> column(given))
            .method("translate_type(dtype)", (_, given) -> Column.translated(given.required("dtype")))
            .method("string_type(size)", (_, given) -> Column.textType(given.text("size")))
            .method(
                    "numeric_type(dtype, precision, scale)",
                    (_, given) ->
                            Column.numericType(given.required("dtype"), given.text("precision"), given.text("scale")));

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        return ((Callable) Objects.requireNonNull(attribute("create"))).call(arguments);
    }

    private static Column column(Given given) {
        return new Column(
                given.required("column"),
                given.required("dtype"),
                whole(given.get("char_size")),
                whole(given.get("numeric_precision")),
                whole(given.get("numeric_scale")));
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
