package basin.jinja.operation;

import basin.jinja.value.HasLength;
import basin.jinja.value.HasTruth;
import basin.jinja.value.MappingLike;
import basin.jinja.value.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a value counts as true: what is empty, zero, `None` or undefined does not.
public final class Truth {
    private Truth() {}

    public static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> number != 0;
            case BigInteger number -> number.signum() != 0;
            case BigDecimal number -> number.signum() != 0;
            case Number number -> number.doubleValue() != 0;
            case HasTruth host -> host.isTrue();
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Duration duration -> !duration.isZero();
            case HasLength host -> host.length() != 0;
            case MappingLike mapping -> !mapping.keys().isEmpty();
            case Undefined undefined -> {
                undefined.printed();
                yield false;
            }
            default -> true;
        };
    }
}
