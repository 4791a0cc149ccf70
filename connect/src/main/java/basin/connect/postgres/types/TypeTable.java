package basin.connect.postgres.types;

import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.catalog.PgType;
import basin.core.rows.Field;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the types of Postgres become in the lake: one table, read by whoever loads and by whoever documents.
///
/// The principle: a type that has an exact counterpart becomes that, and everything else becomes text as the server
/// writes it, so that nothing is lost and no type is unknown.
public final class TypeTable {

    private static final String USE_TEXT = "correct the value, or load the column with 'as: text'";

    private static final Type.Decimal UNSIGNED_LONG = new Type.Decimal(20, 0);

    private static final List<TypeRule> RULES = List.of(
            direct("boolean", Type.Primitive.BOOLEAN, Decoders.BOOLEAN, TextDecoders.BOOLEAN, "", "bool"),
            direct("int", Type.Primitive.INT, Decoders.SHORT, TextDecoders.INT, "", "int2"),
            direct("int", Type.Primitive.INT, Decoders.INT, TextDecoders.INT, "", "int4"),
            direct("long", Type.Primitive.LONG, Decoders.LONG, TextDecoders.LONG, "", "int8"),
            direct(
                    "float",
                    Type.Primitive.FLOAT,
                    Decoders.FLOAT,
                    TextDecoders.FLOAT,
                    "NaN and the infinities included",
                    "float4"),
            direct(
                    "double",
                    Type.Primitive.DOUBLE,
                    Decoders.DOUBLE,
                    TextDecoders.DOUBLE,
                    "NaN and the infinities included",
                    "float8"),
            new TypeRule(
                    List.of("numeric"),
                    "decimal(p, s), or string",
                    "string without a declared precision, or where more than 38 digits are needed; 'as: decimal(p, s)' chooses. "
                            + "NaN and the infinities have no place in a decimal: such rows go into quarantine",
                    TypeTable::numeric),
            new TypeRule(
                    List.of("money"),
                    "decimal(19, s)",
                    "with as many digits behind the point as the currency of lc_monetary has",
                    (modifier, server) -> money(new Type.Decimal(19, server.moneyScale()))),
            text("", Decoders.BYTES, Decoders.BYTES, "text", "varchar", "name", "json"),
            text("without the blanks at the end, which have no meaning", Decoders.PADDED, Decoders.PADDED, "bpchar"),
            text("as Postgres normalises it", Decoders.JSONB, Decoders.BYTES, "jsonb"),
            direct("binary", Type.Primitive.BINARY, Decoders.BYTES, TextDecoders.BINARY, "", "bytea"),
            direct("date", Type.Primitive.DATE, TimeDecoders.DATE, TimeText.DATE, "the infinities included", "date"),
            direct(
                    "timestamp",
                    Type.Primitive.TIMESTAMP,
                    TimeDecoders.TIMESTAMP,
                    TimeText.TIMESTAMP,
                    "the infinities included; rows with a time behind the year 294246 go into quarantine",
                    "timestamp"),
            direct(
                    "timestamptz",
                    Type.Primitive.TIMESTAMPTZ,
                    TimeDecoders.TIMESTAMP,
                    TimeText.TIMESTAMP,
                    "as timestamp; the instant is kept, the session's time zone does not matter",
                    "timestamptz"),
            written(
                    "'as: time' loads the native type, which some readers of the lake cannot read; there 24:00:00 goes into "
                            + "quarantine",
                    "time"),
            direct(
                    "string",
                    Type.Primitive.STRING,
                    new UuidText(),
                    Decoders.BYTES,
                    "'as: uuid' loads the native type, by which some readers of the lake cannot filter",
                    "uuid"),
            direct("long", Type.Primitive.LONG, Decoders.UNSIGNED_INT, TextDecoders.LONG, "", "oid", "xid", "cid"),
            new TypeRule(
                    List.of("xid8"),
                    "decimal(20, 0)",
                    "",
                    (modifier, server) -> Wire.direct(
                            UNSIGNED_LONG,
                            Decoders.UNSIGNED_LONG,
                            TextDecoders.UNSIGNED_LONG,
                            Canonical.of(UNSIGNED_LONG).after(value -> "(" + value + ")::text::numeric"))),
            written("`1 year 2 mons 3 days 04:05:06.789`", "interval"),
            written(
                    "",
                    "timetz",
                    "bit",
                    "varbit",
                    "inet",
                    "cidr",
                    "macaddr",
                    "macaddr8",
                    "xml",
                    "pg_lsn",
                    "tid",
                    "char"),
            written("", "point", "line", "lseg", "box", "path", "polygon", "circle", "tsvector", "tsquery"));

    /// What types that are made of others become.
    private static final List<Line> CONSTRUCTED = List.of(
            new Line("enum", "string", "the name of the value"),
            new Line("domain", "as its base type", ""),
            new Line(
                    "array",
                    "list",
                    "string where more than one dimension is declared. Rows with an array of more dimensions after all, or numbered "
                            + "from another number than 1, go into quarantine; 'as: text' loads them"),
            new Line("composite type", "struct", "fields that have no type of their own in the lake are strings"),
            new Line("range, multirange", "string", ""),
            new Line("hstore, citext, ltree, geometry and any other type", "string", "as the server writes it"));

    private static final Map<String, TypeRule> BY_NAME = byName();

    private final ServerTraits server;

    public TypeTable(ServerTraits server) {
        this.server = server;
    }

    /// A line of the reference: what a type becomes.
    ///
    /// @param postgres the name of one or more types
    /// @param lake the type in the lake
    /// @param remark may be empty
    public record Line(String postgres, String lake, String remark) {}

    /// The whole table, for the reference.
    public static List<Line> lines() {
        return Stream.concat(
                        RULES.stream()
                                .map(rule -> new Line(String.join(", ", rule.names()), rule.becomes(), rule.remark())),
                        CONSTRUCTED.stream())
                .toList();
    }

    /// How a column travels if nobody says otherwise.
    public Wire wire(Attribute column) {
        PgType type = column.type();
        boolean severalDimensions = type instanceof PgType.Array && column.dimensions() > 1;
        return severalDimensions ? asWritten(type) : wire(type, column.modifier());
    }

    /// How a column travels as something else, or null where its type cannot be loaded as that.
    public @Nullable Wire wire(Attribute column, As as) {
        String name = builtIn(column.type());
        return switch (as) {
            case As.PlainText _ -> asWritten(column.type());
            case As.Binary _ ->
                switch (name) {
                    case "text", "varchar" -> bytes("textsend");
                    case "bpchar" -> bytes("bpcharsend");
                    case "json" -> bytes("json_send");
                    default -> null;
                };
            case As.Uuid _ ->
                name.equals("uuid") ? Wire.direct(Type.Primitive.UUID, Decoders.UUID, TextDecoders.UUID) : null;
            case As.Time _ ->
                name.equals("time") ? Wire.direct(Type.Primitive.TIME, TimeDecoders.TIME, TimeText.TIME) : null;
            case As.Decimal decimal -> name.equals("numeric") ? decimal(decimal.type()) : null;
        };
    }

    private Wire wire(PgType type, int modifier) {
        return switch (type) {
            case PgType.BuiltIn builtIn -> {
                TypeRule rule = BY_NAME.get(builtIn.name());
                Wire wire = rule == null ? asWritten(type) : rule.wire().wire(modifier, server);
                yield wire.isDirect() ? wire : asWritten(type);
            }
            case PgType.Foreign _ -> asWritten(type);
            case PgType.Enumeration _ ->
                Wire.direct(Type.Primitive.STRING, checked(Decoders.BYTES, server), checked(Decoders.BYTES, server));
            case PgType.Domain domain -> wire(domain.base(), domain.modifier());
            case PgType.Array array -> list(array.element(), wire(array.element(), modifier));
            case PgType.Composite composite -> struct(composite);
        };
    }

    private Wire list(PgType type, Wire element) {
        char delimiter = builtIn(type).equals("box") ? ';' : ',';
        return element.isDirect()
                ? Wire.direct(
                        new Type.Listing(element.type()),
                        new ListDecoder(element.decoder()),
                        new ListText(element.text(), delimiter),
                        element.canonical().list())
                : new Wire(
                        new Type.Listing(Type.Primitive.STRING),
                        array -> "(" + array + ")::text[]",
                        new ListDecoder(asWritten(type).decoder()),
                        new ListText(asWritten(type).text(), delimiter),
                        asWritten(type).canonical().list().after(array -> "(" + array + ")::text[]"));
    }

    private Wire struct(PgType.Composite composite) {
        if (composite.fields().isEmpty()) {
            return asWritten(composite);
        }
        List<Field> fields = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        for (Attribute attribute : composite.fields()) {
            Wire wire = wire(attribute);
            wires.add(wire);
            fields.add(Field.optional(attribute.name(), wire.type()).withDoc(FieldDoc.of(attribute)));
        }
        UnaryOperator<String> select = wires.stream().allMatch(Wire::isDirect)
                ? UnaryOperator.identity()
                : value -> new RowExpression(value, composite.fields(), wires).sql();
        return new Wire(
                new Type.Struct(fields),
                select,
                new StructDecoder(wires.stream().map(Wire::decoder).toList()),
                new StructText(wires.stream().map(Wire::text).toList()),
                Canonical.struct(
                        fields.stream()
                                .map(field -> TableName.quote(field.name()))
                                .toList(),
                        wires.stream().map(Wire::canonical).toList()));
    }

    private Wire asWritten(PgType type) {
        return written(builtIn(type), server);
    }

    /// The name of a type of the server itself, or of what a domain is made of; empty for others.
    private static String builtIn(PgType type) {
        return switch (type) {
            case PgType.BuiltIn builtIn -> builtIn.name();
            case PgType.Domain domain -> builtIn(domain.base());
            case PgType.Foreign _, PgType.Enumeration _, PgType.Array _, PgType.Composite _ -> "";
        };
    }

    /// @param name as [#builtIn]: a cast to text writes some types in other words than the server otherwise does
    private static Wire written(String name, ServerTraits server) {
        Decoder text = switch (name) {
            case "bool" -> TextDecoders.TRUTH;
            case "bpchar" -> Decoders.PADDED;
            case "inet" -> TextDecoders.ADDRESS;
            default -> Decoders.BYTES;
        };
        return new Wire(
                Type.Primitive.STRING,
                value -> "(" + value + ")::text",
                checked(Decoders.BYTES, server),
                checked(text, server),
                Canonical.of(Type.Primitive.STRING));
    }

    private static Decoder checked(Decoder text, ServerTraits server) {
        return server.checksText() ? text : new CheckedText(text);
    }

    /// A scale may be negative, and may be larger than the precision.
    private static Wire numeric(int modifier, ServerTraits server) {
        if (modifier < 0) {
            return written("numeric", server);
        }
        int declaredPrecision = (modifier - 4) >> 16 & 0xFFFF;
        int declaredScale = (((modifier - 4) & 0x7FF) ^ 0x400) - 0x400;
        int scale = Math.max(declaredScale, 0);
        int precision = Math.max(declaredPrecision - Math.min(declaredScale, 0), scale);
        if (precision > Type.Decimal.MAX_PRECISION) {
            return written("numeric", server);
        }
        return decimal(new Type.Decimal(precision, scale));
    }

    private static Wire decimal(Type.Decimal type) {
        return Wire.direct(type, new NumericDecoder(type, USE_TEXT), new DecimalText(type, USE_TEXT));
    }

    private static Wire money(Type.Decimal type) {
        return Wire.direct(
                type, Decoders.LONG, TextDecoders.MONEY, Canonical.of(type).after(value -> "(" + value + ")::numeric"));
    }

    private static Wire bytes(String send) {
        return Wire.direct(Type.Primitive.BINARY, Decoders.BYTES, Decoders.BYTES, Canonical.bytes(send));
    }

    private static TypeRule direct(
            String becomes, Type type, Decoder decoder, Decoder text, String remark, String... names) {
        return new TypeRule(List.of(names), becomes, remark, (modifier, server) -> Wire.direct(type, decoder, text));
    }

    private static TypeRule text(String remark, Decoder decoder, Decoder text, String... names) {
        return new TypeRule(
                List.of(names),
                "string",
                remark,
                (modifier, server) ->
                        Wire.direct(Type.Primitive.STRING, checked(decoder, server), checked(text, server)));
    }

    private static TypeRule written(String remark, String... names) {
        return new TypeRule(List.of(names), "string", remark, (modifier, server) -> written("", server));
    }

    private static Map<String, TypeRule> byName() {
        Map<String, TypeRule> rules = new HashMap<>();
        for (TypeRule rule : RULES) {
            for (String name : rule.names()) {
                rules.put(name, rule);
            }
        }
        return Map.copyOf(rules);
    }
}
