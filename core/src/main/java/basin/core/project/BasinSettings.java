package basin.core.project;

import basin.core.settings.Checked;
import basin.core.settings.DataSize;
import basin.core.settings.Default;
import basin.core.settings.Distinct;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import basin.core.settings.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in `basin.yml`.
///
/// @param name null if the folder's name is the project's
/// @param threads null for as many as the machine has processors
/// @param queryTimeout null for no limit
/// @param files absolute
/// @param state absolute
@Doc("The project as a whole. Every setting has a default: an empty file will do.")
public record BasinSettings(
        @Doc("The project's name; by default that of its folder.") @Example("shop") @Nullable
        String name,

        @Doc("Where the lake's files are.") @Default("{}") LakeSettings lake,

        @Doc("Where the lake's tables are registered.") @Default("{}")
        CatalogSettings catalog,

        @Doc("What runs SQL.") @Default("duckdb") EngineKind engine,

        @Doc("How much memory the engine may use; what does not fit is spilled to disk.")
        @Default("512MB")
        @Example("2GB")
        DataSize memory,

        @Doc("How many threads the engine may use; by default one per processor.")
        @Example("4")
        @Range(min = 1, max = 1024)
        @Nullable
        Integer threads,

        @Doc("After how long a query is cancelled; by default never.") @Example("10m") @Nullable
        Duration queryTimeout,

        @Doc("Folders outside of the project whose files its models may read.")
        @Default("[]")
        @Example("[/data/drops]")
        @Distinct
        List<Path> files,

        @Doc("How soon a change at a source that is followed can be queried, about: the time between two commits.")
        @Default("1s")
        @Example("10s")
        Duration freshness,

        @Doc("The folder for what belongs to this machine: the embedded catalog, caches, temporary files.")
        @Default(".basin")
        Path state)
        implements Checked {

    /// Below this the engine cannot even read the catalog of a lake.
    private static final DataSize LEAST_MEMORY = DataSize.parse("64MB");

    /// More than any machine has.
    private static final DataSize MOST_MEMORY = DataSize.parse("64TB");

    /// More commits than that are more than a disk makes durable.
    private static final Duration LEAST_FRESHNESS = Duration.ofMillis(100);

    /// What is not committed comes again from the source after a crash.
    private static final Duration MOST_FRESHNESS = Duration.ofHours(1);

    public BasinSettings {
        files = List.copyOf(files);
    }

    @Override
    public void check(Findings findings) {
        if (memory.bytes() < LEAST_MEMORY.bytes() || memory.bytes() > MOST_MEMORY.bytes()) {
            findings.add(
                    "memory",
                    "'memory' must be from " + LEAST_MEMORY + " to " + MOST_MEMORY,
                    "leave it out for 512MB, or give what the machine can spare");
        }
        if (freshness.compareTo(LEAST_FRESHNESS) < 0 || freshness.compareTo(MOST_FRESHNESS) > 0) {
            findings.add("freshness", "'freshness' must be from 100ms to 1h", "leave it out for a commit each second");
        }
        if (state.getParent() == null) {
            findings.add("state", "'state' must be a folder of its own, not the root of the disk", null);
        }
    }
}
