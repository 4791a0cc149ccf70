package basin.app.build;

import basin.model.resource.ResourceType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The commands that run a project, by what they run of it.
public enum BuildKind {
    RUN(EnumSet.of(ResourceType.MODEL)),
    BUILD(EnumSet.of(
            ResourceType.MODEL, ResourceType.SEED, ResourceType.SNAPSHOT, ResourceType.TEST, ResourceType.UNIT_TEST)),
    TEST(EnumSet.of(ResourceType.TEST, ResourceType.UNIT_TEST)),
    SEED(EnumSet.of(ResourceType.SEED)),
    SNAPSHOT(EnumSet.of(ResourceType.SNAPSHOT));

    private final Set<ResourceType> types;

    BuildKind(Set<ResourceType> types) {
        this.types = types;
    }

    /// What the command runs.
    Set<ResourceType> types() {
        return EnumSet.copyOf(types);
    }

    /// The command's name: `build`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one of that name, or null.
    static @Nullable BuildKind of(@Nullable String word) {
        for (BuildKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
