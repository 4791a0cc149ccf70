package basin.connect.postgres.catalog;

import basin.core.stream.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what there is in a database: a handful of queries, however many tables there are.
///
/// Inside of a transaction of isolation level repeatable read everything is as of one instant.
public final class CatalogReader {

    private static final String RELATIONS = """
            select c.oid, n.nspname, c.relname, c.relkind::text, c.relispartition, c.relfilenode, c.reltuples, c.relpages * current_setting('block_size')::int8 as bytes, c.relispopulated,
                   coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
                   has_schema_privilege(n.oid, 'usage') and has_any_column_privilege(c.oid, 'select') as some_columns,
                   has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as all_columns,
                   array(select i.inhparent::int8 from pg_inherits i where i.inhrelid = c.oid order by i.inhseqno) as parents,
                   c.relpersistence = 'p' as logged, c.relreplident::text as identity,
                   array(
                       select a.attname::text
                       from pg_index i
                       cross join unnest(i.indkey) with ordinality as k(attnum, place)
                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                       where i.indrelid = c.oid and i.indisvalid and i.indimmediate and k.place <= i.indnkeyatts
                         and case c.relreplident when 'd' then i.indisprimary when 'i' then i.indisreplident else false end
                       order by k.place
                   ) as identity_columns
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f')
              and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
            order by n.nspname, c.relname
            """;

    /// A `not null` that was added without looking at the rows that were there is no promise yet. What older
    /// rows have in a column that was added with a default is kept beside it, in each partition, also when the
    /// default is gone.
    private static final String COLUMNS = """
            select a.attrelid, a.attname, a.attnum, a.atttypid, a.atttypmod, a.attndims, format_type(a.atttypid, a.atttypmod) as declared,
                   a.attnotnull and not exists (
                       select from pg_constraint k
                       where k.conrelid = a.attrelid and k.contype = 'n' and not k.convalidated and a.attnum = any (k.conkey)
                   ) as not_null,
                   not (
                       a.attnotnull or a.atthasdef or a.atthasmissing or a.attidentity <> ''
                       or exists (select from pg_type t where t.oid = a.atttypid and t.typtype = 'd')
                       or exists (
                           select from pg_partition_tree(a.attrelid) p
                           join pg_attribute part on part.attrelid = p.relid
                           where part.attname = a.attname and part.atthasmissing
                       )
                   ) as added_empty,
                   coalesce((
                       select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                       where a.attgenerated = 'v' and d.adrelid = a.attrelid and d.adnum = a.attnum
                   ), '') as formula,
                   a.attgenerated <> '' as generated, a.attidentity <> '' as identity,
                   coalesce(col_description(a.attrelid, a.attnum), '') as comment,
                   coalesce(has_column_privilege(a.attrelid, a.attnum, 'select'), false) as readable
            from pg_attribute a
            where a.attrelid = any (?::oid[]) and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum
            """;

    /// Unique indexes over whole rows and plain columns, the best for a key first.
    private static final String KEYS = """
            select i.indrelid, array(
                       select a.attname::text
                       from unnest(i.indkey) with ordinality as k(attnum, place)
                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                       where k.place <= i.indnkeyatts
                       order by k.place
                   ) as columns
            from pg_index i
            where i.indrelid = any (?::oid[]) and i.indisunique and i.indisvalid
              and i.indpred is null and i.indexprs is null
            order by i.indrelid, i.indisprimary desc, i.indisreplident desc, i.indnkeyatts, i.indexrelid
            """;

    private final Connection connection;

    public CatalogReader(Connection connection) {
        this.connection = connection;
    }

    /// The types with these identities.
    public Map<Long, PgType> types(Collection<Long> oids) throws SQLException {
        return TypeReader.read(connection, oids);
    }

    /// All relations with rows outside of the system's own schemas, by name, without their columns and keys.
    public List<Relation> relations() throws SQLException {
        List<Relation> relations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RELATIONS)) {
            while (result.next()) {
                relations.add(new Relation(
                        result.getLong("oid"),
                        new TableName(result.getString("nspname"), result.getString("relname")),
                        Relation.Kind.of(result.getString("relkind")),
                        result.getBoolean("relispartition"),
                        Arrays.asList((Long[]) result.getArray("parents").getArray()),
                        result.getLong("relfilenode"),
                        result.getDouble("reltuples"),
                        result.getLong("bytes"),
                        result.getBoolean("relispopulated"),
                        access(result),
                        result.getString("comment"),
                        result.getBoolean("logged"),
                        Identity.of(result.getString("identity"), List.of((String[])
                                result.getArray("identity_columns").getArray())),
                        List.of(),
                        List.of()));
            }
        }
        return relations;
    }

    /// Null, for a table that is being dropped, counts as no.
    private static Relation.Access access(ResultSet result) throws SQLException {
        if (result.getBoolean("all_columns")) {
            return Relation.Access.ALL;
        }
        return result.getBoolean("some_columns") ? Relation.Access.COLUMNS : Relation.Access.NONE;
    }

    /// The same relations with their columns and keys.
    public List<Relation> withColumns(Collection<Relation> relations) throws SQLException {
        Map<Long, List<Attribute>> columns = columns(relations);
        Map<Long, List<List<String>>> keys = keys(relations);
        return relations.stream()
                .map(relation -> {
                    List<Attribute> attributes = columns.getOrDefault(relation.oid(), List.of());
                    return new Relation(
                            relation.oid(),
                            relation.name(),
                            relation.kind(),
                            relation.partition(),
                            relation.parents(),
                            relation.fileNode(),
                            relation.rows(),
                            relation.bytes(),
                            relation.filled(),
                            relation.access(),
                            relation.comment(),
                            relation.logged(),
                            relation.identity(),
                            attributes,
                            key(attributes, keys.getOrDefault(relation.oid(), List.of())));
                })
                .toList();
    }

    private Map<Long, List<Attribute>> columns(Collection<Relation> relations) throws SQLException {
        record Column(
                long relation,
                String name,
                int number,
                long type,
                int modifier,
                int dimensions,
                String declared,
                boolean notNull,
                boolean addedEmpty,
                Attribute.Origin origin,
                String formula,
                String comment,
                boolean readable) {}
        List<Column> columns = new ArrayList<>();
        Set<Long> typeOids = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            setOids(statement, relations);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(new Column(
                            result.getLong("attrelid"),
                            result.getString("attname"),
                            result.getInt("attnum"),
                            result.getLong("atttypid"),
                            result.getInt("atttypmod"),
                            result.getInt("attndims"),
                            result.getString("declared"),
                            result.getBoolean("not_null"),
                            result.getBoolean("added_empty"),
                            origin(result),
                            result.getString("formula"),
                            result.getString("comment"),
                            result.getBoolean("readable")));
                    typeOids.add(result.getLong("atttypid"));
                }
            }
        }
        Map<Long, PgType> types = TypeReader.read(connection, typeOids);
        Map<Long, List<Attribute>> byRelation = new HashMap<>();
        for (Column column : columns) {
            byRelation
                    .computeIfAbsent(column.relation(), _ -> new ArrayList<>())
                    .add(new Attribute(
                            column.name(),
                            column.number(),
                            types.getOrDefault(column.type(), new PgType.Foreign(column.declared())),
                            column.modifier(),
                            column.dimensions(),
                            column.declared(),
                            column.notNull(),
                            column.addedEmpty(),
                            column.origin(),
                            column.formula(),
                            column.comment(),
                            column.readable()));
        }
        return byRelation;
    }

    private static Attribute.Origin origin(ResultSet result) throws SQLException {
        if (result.getBoolean("generated")) {
            return Attribute.Origin.GENERATED;
        }
        return result.getBoolean("identity") ? Attribute.Origin.IDENTITY : Attribute.Origin.WRITTEN;
    }

    private Map<Long, List<List<String>>> keys(Collection<Relation> relations) throws SQLException {
        Map<Long, List<List<String>>> keys = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
            setOids(statement, relations);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    keys.computeIfAbsent(result.getLong("indrelid"), _ -> new ArrayList<>())
                            .add(Arrays.asList(
                                    (String[]) result.getArray("columns").getArray()));
                }
            }
        }
        return keys;
    }

    /// The first whose columns are never null, and may be read.
    private static List<String> key(List<Attribute> attributes, List<List<String>> candidates) {
        Set<String> usable = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (attribute.notNull() && attribute.readable()) {
                usable.add(attribute.name());
            }
        }
        return candidates.stream().filter(usable::containsAll).findFirst().orElse(List.of());
    }

    private void setOids(PreparedStatement statement, Collection<Relation> relations) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int8", relations.stream().map(Relation::oid).toArray()));
    }
}
