package basin.model.resource;

import java.util.Locale;

/// The kinds of things in a project. The word is what stands in front of a unique id, in the artifacts, and behind
/// `resource_type:` in a selector.
public enum ResourceType {
    MODEL,
    ANALYSIS,
    TEST,
    SNAPSHOT,
    OPERATION,
    SEED,
    SOURCE,
    MACRO,
    DOC,
    EXPOSURE,
    METRIC,
    SEMANTIC_MODEL,
    SAVED_QUERY,
    GROUP,
    UNIT_TEST;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The word of dbt: `model`, `semantic_model`.
    public String word() {
        return word;
    }
}
