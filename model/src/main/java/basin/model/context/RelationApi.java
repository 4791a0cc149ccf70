package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.HasAttributes;
import basin.model.adapter.Policy;
import basin.model.adapter.Relation;
import basin.model.adapter.RelationKind;
import basin.model.host.Given;
import basin.model.host.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `api.Relation` in templates: makes relations from names.
final class RelationApi implements HasAttributes {
    /// What the name of an ephemeral model's common table expression begins with.
    static final String EPHEMERAL_PREFIX = "__dbt__cte__";

    private static final Members<RelationApi> MEMBERS = new Members<RelationApi>()
            .method(
                    "create(database=..., schema=..., identifier=..., type=..., quote_policy=..., include_policy=..., **)",
                    (_, given) -> create(given))
            .method("add_ephemeral_prefix(name)", (_, given) -> EPHEMERAL_PREFIX + given.required("name"))
            .method("get_default_quote_policy()", (_, _) -> Policy.ALL)
            .method("get_default_include_policy()", (_, _) -> Policy.ALL)
            .method(
                    "scd_args(primary_key, updated_at)",
                    (_, given) -> List.of(given.required("primary_key"), given.required("updated_at")));

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private static Relation create(Given given) {
        String type = given.text("type");
        RelationKind kind = type == null ? null : Relation.kindOf(type);
        return Relation.of(given.text("database"), given.text("schema"), given.text("identifier"), kind)
                .quoted(policy(given.get("quote_policy")))
                .including(policy(given.get("include_policy")));
    }

    private static Policy policy(@Nullable Object value) {
        return switch (value) {
            case null -> Policy.ALL;
            case Policy policy -> policy;
            case Map<?, ?> map -> new Policy(holds(map, "database"), holds(map, "schema"), holds(map, "identifier"));
            default ->
                throw JinjaException.of("a policy is a mapping of database, schema and identifier to true or false");
        };
    }

    private static boolean holds(Map<?, ?> map, String part) {
        return !Boolean.FALSE.equals(map.get(part));
    }
}
