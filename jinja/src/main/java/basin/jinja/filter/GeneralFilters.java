package basin.jinja.filter;

import basin.jinja.method.Attributes;
import basin.jinja.operation.Text;
import basin.jinja.operation.Truth;
import basin.jinja.value.Absent;
import basin.jinja.value.Undefined;

/// Filters for values of any kind.
final class GeneralFilters {
    static final FilterTable TABLE = new FilterTable()
            .add("default(value, default_value='', boolean=False)", (r, a) -> {
                boolean missing = a.get(0) instanceof Undefined || (a.truth(2) && !Truth.of(a.get(0)));
                return missing ? a.get(1) : a.get(0);
            })
            .alias("d", "default")
            .add("attr(obj, name)", (r, a) -> {
                Object attribute = Attributes.of(a.get(0), a.text(1));
                return attribute == Absent.ABSENT
                        ? r.undefined("the value has no attribute '" + a.text(1) + "'")
                        : attribute;
            })
            .add(
                    "tojson(value, indent=None)",
                    (r, a) -> Json.htmlSafe(Json.write(a.get(0), a.get(1) == null ? 0 : a.integer(1), true)))
            .add("pprint(value)", (r, a) -> Text.repr(a.get(0)));

    private GeneralFilters() {}
}
