package basin.jinja.method;

import basin.jinja.call.Function;
import basin.jinja.operation.Numbers;
import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Tuple;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attribute of any value.
public final class Attributes {
    private Attributes() {}

    /// The value's own attribute or a method bound to it, or [Absent#ABSENT].
    public static @Nullable Object of(@Nullable Object value, String name) {
        if (value instanceof HasAttributes host) {
            Object attribute = host.attribute(name);
            if (attribute != Absent.ABSENT) {
                return attribute;
            }
        }
        return switch (value) {
            case String text -> bound(StringMethods.TABLE, text, name);
            case Tuple tuple -> bound(ListMethods.READING, tuple, name);
            case List<?> list -> bound(ListMethods.TABLE, list, name);
            case Map<?, ?> map -> bound(MapMethods.TABLE, map, name);
            case Set<?> set -> bound(SetMethods.TABLE, set, name);
            case Temporal time -> TemporalAttributes.of(time, name);
            case Duration duration -> TemporalAttributes.of(duration, name);
            case ZoneId zone -> TemporalAttributes.of(zone, name);
            case MappingLike mapping -> bound(MappingMethods.TABLE, mapping, name);
            case Number number
            when Numbers.normal(number) instanceof Double real && name.equals("is_integer") ->
                Function.of("is_integer()", arguments -> real == Math.rint(real) && Double.isFinite(real));
            case null, default -> Absent.ABSENT;
        };
    }

    private static <T> Object bound(MethodTable<T> table, T self, String name) {
        return table.bound(self, name);
    }
}
