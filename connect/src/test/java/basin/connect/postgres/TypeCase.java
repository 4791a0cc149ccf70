package basin.connect.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/// A type of Postgres, values of it, and how to compare what arrived with what the server says.
///
/// @param type as SQL
/// @param texts values as text that the server casts
/// @param asServer the value of column `c` in a form to compare, as SQL
/// @param asLoaded the same form of the loaded value
record TypeCase(String type, Arbitrary<String> texts, String asServer, Function<Object, String> asLoaded) {

    private static final long LAST_MICROS = Long.MAX_VALUE - 1;
    private static final String MICROS =
            "case when isfinite(c) then round(extract(epoch from c) * 1000000)::numeric(40, 0)::text else c::text end";

    /// Every type that is built in, and what others can be made of.
    static final List<TypeCase> ALL = Stream.of(numbers(), words(), times(), others())
            .flatMap(List::stream)
            .toList();

    private static List<TypeCase> numbers() {
        return List.of(
                written("boolean", Arbitraries.of("true", "false")),
                written("smallint", Arbitraries.shorts().map(String::valueOf)),
                written("integer", Arbitraries.integers().map(String::valueOf)),
                written("bigint", Arbitraries.longs().map(String::valueOf)),
                written("oid", Arbitraries.longs().between(0, 0xFFFFFFFFL).map(String::valueOf)),
                written("xid8", Arbitraries.longs().map(Long::toUnsignedString)),
                new TypeCase(
                        "real",
                        Arbitraries.integers().map(bits -> text(Float.intBitsToFloat(bits))),
                        "encode(float4send(c), 'hex')",
                        value -> HexFormat.of().toHexDigits(Float.floatToIntBits((Float) value))),
                new TypeCase(
                        "double precision",
                        Arbitraries.longs().map(bits -> text(Double.longBitsToDouble(bits))),
                        "encode(float8send(c), 'hex')",
                        value -> HexFormat.of().toHexDigits(Double.doubleToLongBits((Double) value))),
                decimal(1, 0),
                decimal(5, 2),
                decimal(12, 2),
                decimal(18, 0),
                decimal(19, 4),
                decimal(38, 0),
                decimal(38, 1),
                decimal(38, 19),
                decimal(38, 37),
                decimal(38, 38),
                decimal(3, 5),
                decimal(4, -3),
                written("numeric(60, 20)", decimals(60, 20)),
                written("numeric", Arbitraries.oneOf(decimals(80, 40), Arbitraries.of("NaN", "Infinity", "-Infinity"))),
                new TypeCase("money", decimals(15, 2), "c::numeric::text", TypeCase::plain));
    }

    private static List<TypeCase> words() {
        Arbitrary<String> any = characters().ofMaxLength(200);
        return List.of(
                written("text", any),
                written("varchar", any),
                written("varchar(7)", characters().ofMaxLength(7)),
                written("char(5)", characters().ofMaxLength(5)),
                written("name", Arbitraries.strings().alpha().ofMaxLength(63)),
                written(
                        "\"char\"",
                        Arbitraries.strings().ascii().excludeChars('\0').ofLength(1)),
                written("json", any.map(TypeCase::json)),
                written("jsonb", any.map(TypeCase::json)),
                written("xml", Arbitraries.strings().alpha().map(text -> "<a b=\"1\">" + text + "</a>")),
                new TypeCase(
                        "bytea",
                        Arbitraries.bytes()
                                .array(byte[].class)
                                .map(bytes -> "\\x" + HexFormat.of().formatHex(bytes)),
                        "encode(c, 'hex')",
                        value -> HexFormat.of().formatHex((byte[]) value)),
                written("mood", Arbitraries.of("sad", "so so", "happy")),
                written("email", any.map(text -> text.replace("@", "") + "@")),
                written("citext", any),
                written(
                        "hstore",
                        Arbitraries.strings()
                                .alpha()
                                .ofMinLength(1)
                                .map(text -> text + "=>\"" + text + "\", b=>NULL")));
    }

    private static List<TypeCase> times() {
        Arbitrary<String> days = Arbitraries.oneOf(
                Arbitraries.longs().between(-2_440_588, 2_145_042_000).map(TypeCase::date),
                Arbitraries.of("infinity", "-infinity", "4713-01-01 BC", "0001-12-31 BC", "5874897-12-31"));
        Arbitrary<String> instants = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(-210_866_803_200_000_000L, LAST_MICROS)
                        .map(TypeCase::timestamp),
                Arbitraries.of("infinity", "-infinity", "4714-11-24 00:00:00 BC", "294246-12-31 23:59:59.999999"));
        Arbitrary<String> times = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 86_399_999_999L).map(TypeCase::time), Arbitraries.of("24:00:00"));
        return List.of(
                new TypeCase(
                        "date",
                        days,
                        "case when isfinite(c) then (c - date '1970-01-01')::text else c::text end",
                        value ->
                                value instanceof LocalDate date ? String.valueOf(date.toEpochDay()) : value.toString()),
                new TypeCase("timestamp", instants, MICROS, TypeCase::micros),
                new TypeCase(
                        "timestamptz", instants.map(text -> text.replace(" BC", "+00 BC")), MICROS, TypeCase::micros),
                written("time", times),
                written("timetz", times.map(time -> time + "+05:45")),
                written(
                        "interval",
                        Combinators.combine(Arbitraries.integers(), Arbitraries.integers(), Arbitraries.integers())
                                .as((months, days1, seconds) ->
                                        "%d months %d days %d.5 seconds".formatted(months / 2, days1, seconds))));
    }

    private static List<TypeCase> others() {
        Arbitrary<String> number = Arbitraries.integers().map(String::valueOf);
        Arbitrary<String> pair = Combinators.combine(number, number).as((x, y) -> "(" + x + "," + y + ")");
        Arbitrary<String> address = Arbitraries.integers()
                .between(0, 255)
                .list()
                .ofSize(4)
                .map(bytes -> bytes.get(0) + "." + bytes.get(1) + "." + bytes.get(2) + "." + bytes.get(3));
        Arbitrary<String> bits =
                Arbitraries.strings().withChars('0', '1').ofMinLength(1).ofMaxLength(40);
        return List.of(
                written("uuid", Arbitraries.create(() -> UUID.randomUUID().toString())),
                written("inet", address),
                written("cidr", address.map(text -> text + "/32")),
                written("macaddr", Arbitraries.of("08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff")),
                written("varbit", bits),
                written("bit(3)", Arbitraries.of("000", "101", "111")),
                written("point", pair),
                written("box", Combinators.combine(pair, pair).as((a, b) -> a + "," + b)),
                written("circle", pair.map(center -> "<" + center + ",3.5>")),
                written("int4range", Arbitraries.of("[1,5)", "empty", "(,7]", "(,)")),
                written("tstzrange", Arbitraries.of("[2024-01-01 00:00+02,)", "empty")),
                written("int4multirange", Arbitraries.of("{[1,3),[5,9)}", "{}")),
                written("tsvector", Arbitraries.of("fat:2A cat:3", "")),
                written("tsquery", Arbitraries.of("fat & (rat | cat)", "a:*")),
                written("pg_lsn", Arbitraries.longs().map(lsn -> "%X/%X".formatted(lsn >>> 32, lsn & 0xFFFFFFFFL))),
                written("macaddr8", Arbitraries.of("08:00:2b:01:02:03:04:05")),
                written("line", Arbitraries.of("{1,-2,0.5}")),
                written("lseg", Combinators.combine(pair, pair).as((a, b) -> a + "," + b)),
                written(
                        "path",
                        pair.list().ofMinSize(1).ofMaxSize(3).map(points -> "[" + String.join(",", points) + "]")),
                written(
                        "polygon",
                        pair.list().ofMinSize(1).ofMaxSize(3).map(points -> "(" + String.join(",", points) + ")")),
                written("tid", Arbitraries.of("(0,1)", "(4294967295,65535)")),
                written("xid", Arbitraries.longs().between(0, 0xFFFFFFFFL).map(String::valueOf)),
                written("cid", Arbitraries.longs().between(0, 0xFFFFFFFFL).map(String::valueOf)),
                written("regclass", Arbitraries.of("pg_class", "pg_type")),
                written("int2vector", Arbitraries.of("1 2 3", "")),
                written("ltree", Arbitraries.of("Top.Science", "Top")));
    }

    private static TypeCase written(String type, Arbitrary<String> texts) {
        return new TypeCase(type, texts, "c::text", TypeCase::plain);
    }

    private static TypeCase decimal(int precision, int scale) {
        return new TypeCase(
                "numeric(%d, %d)".formatted(precision, scale), decimals(precision, scale), "c::text", TypeCase::plain);
    }

    private static Arbitrary<String> decimals(int precision, int scale) {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(precision), Arbitraries.of("", "-"))
                .as((digits, sign) ->
                        sign + new BigDecimal(new BigDecimal(digits).unscaledValue(), scale).toPlainString());
    }

    private static StringArbitrary characters() {
        return Arbitraries.strings().withCharRange('\u0001', '\uD7FF').withCharRange('\uE000', '\uFFFD');
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("{\"b\": [1, 2.50, null], \"a\": \"");
        text.chars().filter(c -> c >= ' ' && c != '"' && c != '\\').forEach(c -> json.append((char) c));
        return json.append("\"}").toString();
    }

    private static String text(Number number) {
        return number.toString();
    }

    private static String date(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        boolean before = date.getYear() <= 0;
        int year = before ? 1 - date.getYear() : date.getYear();
        return "%04d-%02d-%02d%s".formatted(year, date.getMonthValue(), date.getDayOfMonth(), before ? " BC" : "");
    }

    private static String timestamp(long micros) {
        LocalDateTime at = LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
        String date = date(at.toLocalDate().toEpochDay());
        String time =
                " %02d:%02d:%02d.%06d".formatted(at.getHour(), at.getMinute(), at.getSecond(), at.getNano() / 1000);
        return date.endsWith(" BC") ? date.replace(" BC", "") + time + " BC" : date + time;
    }

    private static String time(long micros) {
        return timestamp(micros).substring("1970-01-01 ".length());
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String micros(Object value) {
        return switch (value) {
            case LocalDateTime at ->
                String.valueOf(ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), at));
            case Instant at -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            default -> value.toString();
        };
    }
}
