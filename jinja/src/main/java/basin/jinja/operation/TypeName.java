package basin.jinja.operation;

import basin.jinja.value.Callable;
import basin.jinja.value.DictView;
import basin.jinja.value.Generator;
import basin.jinja.value.IntegerRange;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Tuple;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Python calls the type of a value.
public final class TypeName {
    private TypeName() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String text -> "str";
            case Boolean truth -> "bool";
            case Long number -> "int";
            case Integer number -> "int";
            case BigInteger number -> "int";
            case BigDecimal number -> "Decimal";
            case Number number -> "float";
            case Tuple tuple -> "tuple";
            case IntegerRange range -> "range";
            case List<?> list -> "list";
            case Map<?, ?> map -> "dict";
            case Set<?> set -> "set";
            case DictView view -> view.name();
            case Generator generator -> "generator";
            case LocalDate date -> "date";
            case LocalTime time -> "time";
            case Temporal time -> "datetime";
            case Duration duration -> "timedelta";
            case ZoneId zone -> "tzinfo";
            case Undefined undefined -> "Undefined";
            case MappingLike mapping -> mapping.getClass().getSimpleName();
            case Callable callable -> "function";
            default -> value.getClass().getSimpleName();
        };
    }
}
