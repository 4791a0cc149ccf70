package basin.model.selection;

/// Something about a resource that can change.
enum Trait {
    /// Its template, or the content of a seed.
    BODY,
    /// Its configuration, without what the other traits hold.
    CONFIG,
    /// The descriptions that are written to the database.
    DESCRIPTIONS,
    /// The configured database, schema and alias.
    RELATION,
    /// The columns and constraints that a contract promises.
    CONTRACT,
    /// Where it stands, and what else makes it what it is.
    PLACE
}
