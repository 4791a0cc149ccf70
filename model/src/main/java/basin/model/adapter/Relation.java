package basin.model.adapter;

import basin.jinja.error.JinjaException;
import basin.jinja.value.Absent;
import basin.jinja.value.HasAttributes;
import basin.jinja.value.HasRepr;
import basin.jinja.value.HasTruth;
import basin.jinja.value.MappingLike;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A table, a view, or a schema that one could be in: what `ref()` and `source()` return, and what prints as
/// the name in SQL.
///
/// @param database null where the name has none
/// @param schema null where the name has none
/// @param identifier the table's or view's own name; null for a schema
/// @param kind null where it is not known
/// @param include which parts are written
/// @param quote which parts are written in double quotes
/// @param narrowing what follows the name in a subquery, such as `where false limit 0`, that stands for only
/// some of the rows; null for all rows
/// @param expression the SQL that stands for the rows in place of a name, such as `read_csv('orders.csv')`;
/// null for a relation that has its name
public record Relation(
        @Nullable String database,
        @Nullable String schema,
        @Nullable String identifier,
        @Nullable RelationKind kind,
        Policy include,
        Policy quote,
        @Nullable String narrowing,
        @Nullable String expression)
        implements HasAttributes, MappingLike, HasRepr, HasTruth {

    private static final List<String> KEYS =
            List.of("database", "schema", "identifier", "type", "include_policy", "quote_policy", "metadata");

    private static final Members<Relation> MEMBERS = new Members<Relation>()
            .property("database", Relation::database)
            .property("schema", Relation::schema)
            .property("identifier", Relation::identifier)
            .property("name", Relation::identifier)
            .property("table", Relation::identifier)
            .property("type", relation -> relation.kind == null ? null : relation.kind.toString())
            .property("path", Relation::path)
            .property("include_policy", Relation::include)
            .property("quote_policy", Relation::quote)
            .property("metadata", _ -> Map.of("type", "Relation"))
            .property("quote_character", _ -> "\"")
            .property("is_table", relation -> relation.kind == RelationKind.TABLE)
            .property("is_view", relation -> relation.kind == RelationKind.VIEW)
            .property("is_cte", relation -> relation.kind == RelationKind.CTE)
            .property("is_materialized_view", relation -> relation.kind == RelationKind.MATERIALIZED_VIEW)
            .property("is_dynamic_table", _ -> false)
            .property("is_pointer", _ -> false)
            .property("can_be_renamed", relation -> relation.kind != RelationKind.MATERIALIZED_VIEW)
            .property("can_be_replaced", relation -> relation.kind != RelationKind.MATERIALIZED_VIEW)
            .method("render()", (relation, _) -> relation.render())
            .method("render_limited()", (relation, _) -> relation.toString())
            .method("include(database=..., schema=..., identifier=...)", (relation, given) -> relation.including(given))
            .method("quote(database=..., schema=..., identifier=...)", (relation, given) -> relation.quoting(given))
            .method("incorporate(path=..., type=..., **)", (relation, given) -> relation.incorporating(given))
            .method(
                    "replace_path(database=..., schema=..., identifier=...)",
                    (relation, given) -> relation.path(given.named()))
            .method("without_identifier()", (relation, _) -> relation.withoutIdentifier())
            .method("information_schema(view=...)", (relation, given) -> relation.information(given.text("view")))
            .method("information_schema_only()", (relation, _) -> relation.information(null))
            .method("matches(database=..., schema=..., identifier=...)", (relation, given) -> relation.matches(given))
            .method("get(key, default=...)", (relation, given) -> {
                Object value = relation.item(given.get("key"));
                return value == Absent.ABSENT ? given.get("default") : value;
            })
            .method("to_dict(omit_none=...)", (relation, _) -> relation.path());

    /// A relation whose whole name is written and quoted.
    public static Relation of(
            @Nullable String database,
            @Nullable String schema,
            @Nullable String identifier,
            @Nullable RelationKind kind) {
        return new Relation(database, schema, identifier, kind, Policy.ALL, Policy.ALL, null, null);
    }

    /// An ephemeral model's common table expression.
    ///
    /// @param name of the expression, with its prefix
    public static Relation cte(String name) {
        return new Relation(
                null, null, name, RelationKind.CTE, Policy.ALL, new Policy(false, false, false), null, null);
    }

    /// The name as it stands in SQL.
    public String render() {
        if (expression != null) {
            return expression;
        }
        StringJoiner name = new StringJoiner(".");
        add(name, database, include.database(), quote.database());
        add(name, schema, include.schema(), quote.schema());
        add(name, identifier, include.identifier(), quote.identifier());
        return name.toString();
    }

    /// What a query reads from: the name, or the subquery that narrows it.
    @Override
    public String toString() {
        return narrowing == null
                ? render()
                : "(select * from " + render() + " " + narrowing + ") _dbt_limit_subq_" + identifier;
    }

    /// The same without a part of its rows.
    public Relation narrowed(@Nullable String tail) {
        return new Relation(database, schema, identifier, kind, include, quote, tail, expression);
    }

    /// The same as another kind; null where that is not known.
    public Relation as(@Nullable RelationKind other) {
        return new Relation(database, schema, identifier, other, include, quote, narrowing, expression);
    }

    /// The same with another name.
    public Relation named(@Nullable String other) {
        return new Relation(database, schema, other, kind, include, quote, narrowing, expression);
    }

    /// The same with other parts quoted.
    public Relation quoted(Policy policy) {
        return new Relation(database, schema, identifier, kind, include, policy, narrowing, expression);
    }

    /// The same with SQL in place of its name.
    public Relation reading(@Nullable String sql) {
        return new Relation(database, schema, identifier, kind, include, quote, narrowing, sql);
    }

    /// The same with other parts written.
    public Relation including(Policy policy) {
        return new Relation(database, schema, identifier, kind, policy, quote, narrowing, expression);
    }

    /// The schema it is in.
    public Relation withoutIdentifier() {
        return including(new Policy(include.database(), include.schema(), false));
    }

    /// Whether both have the same name; case does not count.
    public boolean sameName(Relation other) {
        return same(database, other.database) && same(schema, other.schema) && same(identifier, other.identifier);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return key instanceof String name && KEYS.contains(name) ? attribute(name) : Absent.ABSENT;
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public String repr() {
        return "<Relation " + this + ">";
    }

    /// Every relation is true, also one without a name.
    @Override
    public boolean isTrue() {
        return true;
    }

    private Relation including(Given given) {
        return including(changed(include, given));
    }

    private Relation quoting(Given given) {
        return quoted(changed(quote, given));
    }

    private Relation incorporating(Given given) {
        Relation changed = given.get("path") instanceof Map<?, ?> path ? path(path) : this;
        if (!given.has("type")) {
            return changed;
        }
        String type = given.text("type");
        return changed.as(type == null ? null : kindOf(type));
    }

    private Relation path(Map<?, ?> path) {
        return new Relation(
                part(path, "database", database),
                part(path, "schema", schema),
                part(path, "identifier", identifier),
                kind,
                include,
                quote,
                narrowing,
                expression);
    }

    private Relation path() {
        return this;
    }

    private Relation information(@Nullable String view) {
        return new Relation(
                database,
                "information_schema",
                view,
                null,
                new Policy(include.database(), true, true),
                new Policy(quote.database(), false, false),
                null,
                null);
    }

    private boolean matches(Given given) {
        return (!given.has("database") || same(database, given.text("database")))
                && (!given.has("schema") || same(schema, given.text("schema")))
                && (!given.has("identifier") || same(identifier, given.text("identifier")));
    }

    /// The kind of that name.
    ///
    /// @throws JinjaException if there is no such kind
    public static RelationKind kindOf(String name) {
        RelationKind kind = RelationKind.of(name);
        if (kind == null) {
            throw JinjaException.of(
                    "a relation cannot be a '" + name + "'; one of table, view, cte, materialized_view");
        }
        return kind;
    }

    private static Policy changed(Policy policy, Given given) {
        return new Policy(
                given.flag("database", policy.database()),
                given.flag("schema", policy.schema()),
                given.flag("identifier", policy.identifier()));
    }

    private static @Nullable String part(Map<?, ?> path, String name, @Nullable String otherwise) {
        if (!path.containsKey(name)) {
            return otherwise;
        }
        Object value = path.get(name);
        return value == null ? null : value.toString();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equalsIgnoreCase(other);
    }

    private static void add(StringJoiner name, @Nullable String part, boolean included, boolean quoted) {
        if (included && part != null && !part.isEmpty()) {
            name.add(quoted ? Column.quoted(part) : part);
        }
    }
}
