package basin.model.resource;

/// What a thing that turns into SQL is, with what only things of its kind have.
public sealed interface Kind permits Model, Seed, Snapshot, Analysis, SingularTest, GenericTest, Hook {

    /// How it is materialised if nothing is configured.
    default String materialized() {
        return switch (this) {
            case Model _, Analysis _, Hook _ -> "view";
            case Seed _ -> "seed";
            case Snapshot _ -> "snapshot";
            case SingularTest _, GenericTest _ -> "test";
        };
    }

    /// The type of resource.
    default ResourceType type() {
        return switch (this) {
            case Model _ -> ResourceType.MODEL;
            case Seed _ -> ResourceType.SEED;
            case Snapshot _ -> ResourceType.SNAPSHOT;
            case Analysis _ -> ResourceType.ANALYSIS;
            case SingularTest _, GenericTest _ -> ResourceType.TEST;
            case Hook _ -> ResourceType.OPERATION;
        };
    }
}
