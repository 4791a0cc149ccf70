package basin.core.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Types and values of every kind, generated; and the way a Java object goes into a column. For the tests of all rooms.
public final class Values {

    private Values() {}

    public static Arbitrary<Type> types() {
        return types(2);
    }

    private static Arbitrary<Type> types(int depth) {
        Arbitrary<Type> flat = Arbitraries.oneOf(
                Arbitraries.of(Type.Primitive.values()).map(type -> type),
                Arbitraries.integers()
                        .between(1, 38)
                        .flatMap(precision -> Arbitraries.integers()
                                .between(0, precision)
                                .map(scale -> new Type.Decimal(precision, scale))));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<Type> inner = types(depth - 1);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, flat),
                net.jqwik.api.Tuple.of(1, inner.map(Type.Listing::new)),
                net.jqwik.api.Tuple.of(1, inner.map(value -> new Type.Mapping(Type.Primitive.STRING, value))),
                net.jqwik.api.Tuple.of(
                        1,
                        Combinators.combine(inner, inner)
                                .as((a, b) ->
                                        new Type.Struct(List.of(Field.optional("a", a), Field.optional("b", b))))));
    }

    /// Values of `type` as [Column#get(int)] shows them, nulls among them.
    public static Arbitrary<@Nullable Object> of(Type type) {
        return present(type).injectNull(0.2);
    }

    private static Arbitrary<Object> present(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> primitive(primitive).map(value -> value);
            case Type.Decimal decimal -> {
                BigInteger limit = BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE);
                yield Arbitraries.bigIntegers()
                        .between(limit.negate(), limit)
                        .map(unscaled -> new BigDecimal(unscaled, decimal.scale()));
            }
            case Type.Listing listing ->
                of(listing.element()).list().ofMaxSize(4).map(list -> list);
            case Type.Struct struct ->
                Combinators.combine(
                                of(struct.fields().get(0).type()),
                                of(struct.fields().get(1).type()))
                        .as((a, b) -> {
                            Map<String, @Nullable Object> map = new java.util.LinkedHashMap<>();
                            map.put("a", a);
                            map.put("b", b);
                            return map;
                        });
            case Type.Mapping mapping ->
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), of(mapping.value()))
                        .ofMaxSize(3)
                        .map(map -> map);
        };
    }

    private static Arbitrary<?> primitive(Type.Primitive type) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false);
            case INT -> Arbitraries.integers();
            case LONG -> Arbitraries.longs();
            case FLOAT ->
                Arbitraries.oneOf(
                        Arbitraries.floats(),
                        Arbitraries.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0.0f));
            case DOUBLE ->
                Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0));
            case DATE ->
                orInfinite(Arbitraries.integers()
                        .between(-2_000_000_000, 2_000_000_000)
                        .map(LocalDate::ofEpochDay));
            case TIME ->
                Arbitraries.longs()
                        .between(0, 86_399_999_999L)
                        .map(micros -> LocalTime.MIDNIGHT.plus(micros, ChronoUnit.MICROS));
            case TIMESTAMP -> orInfinite(instants().map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
            case TIMESTAMPTZ -> orInfinite(instants());
            case STRING -> Arbitraries.strings().ofMaxLength(40);
            case UUID ->
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
            case BINARY -> Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        };
    }

    private static Arbitrary<Object> orInfinite(Arbitrary<?> finite) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, finite.map(value -> value)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("infinity", "-infinity")));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-9_000_000_000_000_000_000L, 9_000_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /// Appends a value as [Column#get(int)] shows it.
    public static void append(Column column, @Nullable Object value) {
        if (value == null) {
            column.appendNull();
            return;
        }
        switch (value) {
            case Boolean bool -> column.appendBoolean(bool);
            case Integer number -> column.appendInt(number);
            case Long number -> column.appendLong(number);
            case Float number -> column.appendFloat(number);
            case Double number -> column.appendDouble(number);
            case LocalDate date -> column.appendInt((int) date.toEpochDay());
            case LocalTime time -> column.appendLong(ChronoUnit.MICROS.between(LocalTime.MIDNIGHT, time));
            case LocalDateTime at -> column.appendLong(micros(at.toInstant(ZoneOffset.UTC)));
            case Instant at -> column.appendLong(micros(at));
            case UUID uuid -> column.appendLongs(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            case String infinity
            when column.type() == Type.Primitive.DATE -> column.appendInt(sign(infinity) * Type.INFINITE_DATE);
            case String infinity
            when column.type() == Type.Primitive.TIMESTAMP || column.type() == Type.Primitive.TIMESTAMPTZ ->
                column.appendLong(sign(infinity) * Type.INFINITE_TIMESTAMP);
            case String text -> column.appendString(text);
            case byte[] bytes -> column.appendBytes(bytes, 0, bytes.length);
            case BigDecimal decimal -> {
                BigInteger unscaled = decimal.unscaledValue();
                column.appendLongs(unscaled.shiftRight(64).longValue(), unscaled.longValue());
            }
            case List<?> list -> {
                list.forEach(element -> append(column.children().getFirst(), element));
                column.appendParts();
            }
            case Map<?, ?> map
            when column.type() instanceof Type.Struct -> {
                append(column.children().get(0), map.get("a"));
                append(column.children().get(1), map.get("b"));
                column.appendParts();
            }
            case Map<?, ?> map -> {
                Column entries = column.children().getFirst();
                map.forEach((key, element) -> {
                    append(entries.children().get(0), key);
                    append(entries.children().get(1), element);
                    entries.appendParts();
                });
                column.appendParts();
            }
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    private static int sign(String infinity) {
        return infinity.startsWith("-") ? -1 : 1;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// Equality that looks into byte arrays, at any depth.
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        return switch (left) {
            case byte[] bytes -> right instanceof byte[] others && Arrays.equals(bytes, others);
            case List<?> list ->
                right instanceof List<?> others
                        && list.size() == others.size()
                        && java.util.stream.IntStream.range(0, list.size())
                                .allMatch(i -> same(list.get(i), others.get(i)));
            case Map<?, ?> map ->
                right instanceof Map<?, ?> others
                        && map.keySet().equals(others.keySet())
                        && map.keySet().stream().allMatch(key -> same(map.get(key), others.get(key)));
            case null -> right == null;
            default -> left.equals(right);
        };
    }
}
