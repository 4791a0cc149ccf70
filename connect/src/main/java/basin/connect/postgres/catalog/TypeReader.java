package basin.connect.postgres.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads types and everything they are made of.
final class TypeReader {

    /// The types asked for, the types those are made of, and so on; the fields of the composite ones come from
    /// the second query.
    private static final String TYPES = """
            with recursive used(oid) as (
                select unnest(?::oid[])
                union
                select part.oid
                from used
                join pg_type t on t.oid = used.oid
                cross join lateral (
                    select t.typbasetype as oid where t.typtype = 'd'
                    union all
                    select e.oid from pg_type e where e.typarray = t.oid
                    union all
                    select a.atttypid
                    from pg_attribute a
                    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
                ) part
            )
            select t.oid, t.typname, t.typtype::text, t.typbasetype, t.typtypmod, t.typrelid, n.nspname = 'pg_catalog' as built_in,
                   (select e.oid from pg_type e where e.typarray = t.oid) as element,
                   array(select l.enumlabel::text from pg_enum l where l.enumtypid = t.oid order by l.oid) as labels
            from used
            join pg_type t using (oid)
            join pg_namespace n on n.oid = t.typnamespace
            """;

    private static final String FIELDS = """
            select a.attrelid, a.attname, a.attnum, a.atttypid, a.atttypmod, a.attndims, format_type(a.atttypid, a.atttypmod) as declared,
                   coalesce(col_description(a.attrelid, a.attnum), '') as comment
            from pg_attribute a
            where a.attrelid = any (?::oid[]) and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum
            """;

    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<Long, List<FieldRow>> fields = new HashMap<>();
    private final Map<Long, PgType> types = new HashMap<>();

    private TypeReader() {}

    private record Row(
            String name,
            char kind,
            long base,
            int modifier,
            long relation,
            boolean builtIn,
            @Nullable Long element,
            List<String> labels) {}

    private record FieldRow(
            String name, int number, long type, int modifier, int dimensions, String declared, String comment) {}

    /// The types with these identities.
    static Map<Long, PgType> read(Connection connection, Collection<Long> oids) throws SQLException {
        TypeReader reader = new TypeReader();
        reader.readRows(connection, oids);
        reader.readFields(connection);
        oids.forEach(reader::type);
        return reader.types;
    }

    private void readRows(Connection connection, Collection<Long> oids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TYPES)) {
            statement.setArray(1, connection.createArrayOf("int8", oids.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    long element = result.getLong("element");
                    rows.put(
                            result.getLong("oid"),
                            new Row(
                                    result.getString("typname"),
                                    result.getString("typtype").charAt(0),
                                    result.getLong("typbasetype"),
                                    result.getInt("typtypmod"),
                                    result.getLong("typrelid"),
                                    result.getBoolean("built_in"),
                                    element == 0 ? null : element,
                                    List.of((String[]) result.getArray("labels").getArray())));
                }
            }
        }
    }

    private void readFields(Connection connection) throws SQLException {
        Long[] relations = rows.values().stream()
                .filter(row -> row.kind() == 'c')
                .map(Row::relation)
                .toArray(Long[]::new);
        if (relations.length == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIELDS)) {
            statement.setArray(1, connection.createArrayOf("int8", relations));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    fields.computeIfAbsent(result.getLong("attrelid"), _ -> new ArrayList<>())
                            .add(new FieldRow(
                                    result.getString("attname"),
                                    result.getInt("attnum"),
                                    result.getLong("atttypid"),
                                    result.getInt("atttypmod"),
                                    result.getInt("attndims"),
                                    result.getString("declared"),
                                    result.getString("comment")));
                }
            }
        }
    }

    private PgType type(long oid) {
        PgType known = types.get(oid);
        if (known != null) {
            return known;
        }
        Row row = rows.get(oid);
        PgType type = row == null ? new PgType.Foreign("type " + oid) : type(row);
        types.put(oid, type);
        return type;
    }

    private PgType type(Row row) {
        if (row.element() != null) {
            return new PgType.Array(type(row.element()));
        }
        return switch (row.kind()) {
            case 'b' -> row.builtIn() ? new PgType.BuiltIn(row.name()) : new PgType.Foreign(row.name());
            case 'd' -> new PgType.Domain(row.name(), type(row.base()), row.modifier());
            case 'e' -> new PgType.Enumeration(row.name(), row.labels());
            case 'c' -> new PgType.Composite(row.name(), attributes(row.relation()));
            default -> new PgType.Foreign(row.name());
        };
    }

    private List<Attribute> attributes(long relation) {
        return fields.getOrDefault(relation, List.of()).stream()
                .map(field -> new Attribute(
                        field.name(),
                        field.number(),
                        type(field.type()),
                        field.modifier(),
                        field.dimensions(),
                        field.declared(),
                        false,
                        true,
                        Attribute.Origin.WRITTEN,
                        "",
                        field.comment(),
                        true))
                .toList();
    }
}
