package basin.model.resource;

import basin.model.config.Config;

/// A thing that turns into SQL: a model, seed, snapshot, analysis, test or hook, with all that is known of it before
/// anything runs.
///
/// @param config final
/// @param relation the table or view it makes; for what makes none, where it would lie
/// @param dependencies what its template names, and what that resolved to
public record Node(
        Identity identity,
        Kind kind,
        Code code,
        Documentation documentation,
        Config config,
        RelationName relation,
        Dependencies dependencies)
        implements Resource {

    /// How it is materialised: `view`, `table`, `incremental`, `ephemeral`, `seed`, `snapshot`, `test` or the name of
    /// a custom materialisation.
    public String materialized() {
        return config.text("materialized", kind.materialized());
    }

    /// Whether it takes part in anything.
    public boolean isEnabled() {
        return config.flag("enabled", true);
    }

    /// The same with its dependencies resolved.
    public Node with(Dependencies resolved) {
        return new Node(identity, kind, code, documentation, config, relation, resolved);
    }

    /// The same, read from elsewhere.
    public Node readFrom(RelationName elsewhere) {
        return new Node(identity, kind, code, documentation, config, elsewhere, dependencies);
    }

    /// Whether others may refer to it with `ref()`.
    public boolean isRefable() {
        return switch (kind) {
            case Model _, Seed _, Snapshot _ -> true;
            case Analysis _, SingularTest _, GenericTest _, Hook _ -> false;
        };
    }

    /// Whether it is a model that exists only inside of those that refer to it.
    public boolean isEphemeral() {
        return kind instanceof Model && materialized().equals("ephemeral");
    }
}
