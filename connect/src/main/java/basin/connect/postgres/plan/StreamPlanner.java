package basin.connect.postgres.plan;

import basin.connect.Discovery.Skipped;
import basin.connect.Stream;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.types.TypeTable;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.stream.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses the streams among the tables of a database. All problems with the choice are found at once.
///
/// Used once: [#chosen()] says what to read the columns of, [#plan] makes streams of the answer.
///
/// What a pattern matches and cannot be loaded is skipped and said; what is named and cannot be loaded is a
/// problem. Neither keeps the other tables from being loaded.
public final class StreamPlanner {

    /// Tables in this schema are called by their name alone.
    private static final String PLAIN_SCHEMA = "public";

    private final List<Relation> relations;
    private final Choice choice;
    private final Place place;
    private final Ownership ownership;
    private final List<Skipped> skipped = new ArrayList<>();
    private final Problems problems = new Problems();

    /// What the settings say about tables.
    ///
    /// @param cursors by table or pattern; empty unless loads are to be incremental
    /// @param columns by table or pattern
    /// @param followed whether the changes of tables are to be followed
    public record Choice(
            List<TablePattern> tables,
            List<TablePattern> exclude,
            Map<String, CursorSettings> cursors,
            Map<String, ColumnSettings> columns,
            boolean followed) {}

    /// @param relations all there are, without columns
    /// @param place where to show problems with the choice
    public StreamPlanner(List<Relation> relations, Choice choice, Place place) {
        this.relations = relations;
        this.choice = choice;
        this.place = place;
        this.ownership = new Ownership(
                relations,
                relation -> matches(choice.tables(), relation),
                relation -> matches(choice.exclude(), relation));
    }

    /// The relations whose columns have to be known: the streams, and those of their parts that may differ from
    /// them.
    public List<Relation> chosen() {
        Set<Relation> chosen = new LinkedHashSet<>();
        for (Relation relation : relations) {
            if (ownership.isOwner(relation)) {
                chosen.add(relation);
                ownership.parts(relation).stream()
                        .filter(part -> !part.partition())
                        .forEach(chosen::add);
            }
        }
        return List.copyOf(chosen);
    }

    /// The streams, by name.
    ///
    /// @param withColumns what [#chosen()] gave, with columns and keys
    /// @throws basin.core.problem.ProblemException with everything that is wrong with the choice, if
    ///     that leaves nothing to load
    public List<PlannedStream> plan(List<Relation> withColumns, TypeTable types) {
        Map<Long, Relation> byOid = new HashMap<>();
        withColumns.forEach(relation -> byOid.put(relation.oid(), relation));
        for (TablePattern pattern : choice.tables()) {
            requireMatch(pattern);
        }
        List<PlannedStream> streams = new ArrayList<>();
        for (Relation relation : withColumns) {
            if (!ownership.isOwner(relation)) {
                continue;
            }
            List<Relation> parts = ownership.parts(relation).stream()
                    .map(part -> byOid.getOrDefault(part.oid(), part))
                    .toList();
            PlannedStream stream = stream(relation, parts, types);
            if (stream != null) {
                streams.add(stream);
            }
        }
        List<PlannedStream> sound = withoutNamesakes(streams);
        if (sound.isEmpty()) {
            problems.throwIfAny();
        }
        return sound;
    }

    /// What is wrong with the choice; complete once [#plan] has returned.
    public List<Problem> problems() {
        return problems.inReadingOrder();
    }

    /// Streams whose names differ in more than upper and lower case, which catalogs on some disks do
    /// not tell apart.
    private List<PlannedStream> withoutNamesakes(List<PlannedStream> streams) {
        Map<String, List<PlannedStream>> byName = new LinkedHashMap<>();
        for (PlannedStream stream : streams) {
            byName.computeIfAbsent(fold(stream.stream().name()), _ -> new ArrayList<>())
                    .add(stream);
        }
        List<PlannedStream> alone = new ArrayList<>();
        for (List<PlannedStream> namesakes : byName.values()) {
            if (namesakes.size() == 1) {
                alone.add(namesakes.getFirst());
                continue;
            }
            String all = namesakes.stream()
                    .map(stream -> stream.stream().origin().toString())
                    .collect(Collectors.joining(" and "));
            for (PlannedStream stream : namesakes) {
                problems.add(Problem.failed(
                                "it would have the same name in the lake as another table",
                                new Place.InTable(stream.stream().origin().toString()))
                        .because("these would: " + all)
                        .advise("load them by two sources, or leave one out with 'exclude'"));
            }
        }
        return List.copyOf(alone);
    }

    /// What was left out; complete once [#plan] has returned.
    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    private @Nullable PlannedStream stream(Relation relation, List<Relation> parts, TypeTable types) {
        String obstacle = obstacle(relation, parts);
        if (obstacle != null) {
            leaveOut(relation, obstacle);
            return null;
        }
        Problems own = new Problems();
        boolean followed = isFollowed(relation, parts);
        ColumnPlanner columns = new ColumnPlanner(relation, parts, types, followed, own);
        columns.plan(entry(choice.columns(), relation), isExact(choice.columns(), relation));
        skipped.addAll(columns.skipped());
        if (columns.obstacle() != null) {
            leaveOut(relation, columns.obstacle());
            return null;
        }
        CursorSettings cursorSettings = entry(choice.cursors(), relation);
        Cursor cursor =
                cursorSettings == null ? null : columns.cursor(cursorSettings, isExact(choice.cursors(), relation));
        if (!own.isEmpty()) {
            problems.addAll(own.inReadingOrder());
            return null;
        }
        RowIdentity identity = RowIdentity.of(relation, parts);
        if (followed && !identity.told()) {
            skipped.add(new Skipped(
                    relation.name().toString(),
                    null,
                    "only its new rows are followed, since the log does not tell which rows are changed or deleted; give it "
                            + "a primary key, or alter table %s replica identity full"
                                    .formatted(relation.name().quoted())));
        }
        Stream stream = new Stream(
                nameOf(relation.name()),
                relation.name(),
                followed ? columns.schema(identity.told() ? identity.key() : List.of()) : columns.schema(),
                relation.comment(),
                followed ? Stream.Mode.FOLLOWED : cursor == null ? Stream.Mode.FULL : Stream.Mode.INCREMENTAL,
                rows(parts),
                parts.stream().mapToLong(Relation::bytes).sum());
        return new PlannedStream(stream, relation, columns.columns(), parts, identity.told(), cursor);
    }

    /// Only tables have changes in the log, and not all of them.
    private boolean isFollowed(Relation relation, List<Relation> parts) {
        return choice.followed()
                && (relation.kind() == Relation.Kind.TABLE || relation.kind() == Relation.Kind.PARTITIONED_TABLE)
                && relation.logged()
                && parts.stream().allMatch(part -> part.kind() == Relation.Kind.TABLE && part.logged());
    }

    private @Nullable String obstacle(Relation relation, List<Relation> parts) {
        boolean named =
                choice.tables().stream().anyMatch(pattern -> pattern.isExact() && pattern.matches(relation.name()));
        Optional<Relation> unreadable = parts.stream()
                .filter(part -> part.access() == Relation.Access.NONE)
                .findFirst();
        if (unreadable.isPresent()) {
            return "it may not be read by this user; grant select on %s, and usage on its schema"
                    .formatted(unreadable.get().name().quoted());
        }
        if (!relation.filled()) {
            return "it was never filled; refresh materialized view "
                    + relation.name().quoted();
        }
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE -> null;
            case VIEW -> named ? null : "it is a view; name it in 'tables' to load it";
            case MATERIALIZED_VIEW -> named ? null : "it is a materialized view; name it in 'tables' to load it";
            case FOREIGN_TABLE -> named ? null : "its rows are in another system; name it in 'tables' to load it";
        };
    }

    private void leaveOut(Relation relation, String obstacle) {
        boolean named =
                choice.tables().stream().anyMatch(pattern -> pattern.isExact() && pattern.matches(relation.name()));
        if (named) {
            problems.add(Problem.failed(
                            "it cannot be loaded",
                            new Place.InTable(relation.name().toString()))
                    .because(obstacle));
        } else {
            skipped.add(new Skipped(relation.name().toString(), nameOf(relation.name()), obstacle));
        }
    }

    private void requireMatch(TablePattern pattern) {
        if (relations.stream().anyMatch(relation -> pattern.matches(relation.name()))) {
            return;
        }
        List<String> names =
                relations.stream().map(relation -> relation.name().toString()).toList();
        problems.add(Problem.failed(
                        (pattern.isExact() ? "there is no table '%s'" : "no table matches '%s'").formatted(pattern),
                        pattern.isExact() ? new Place.InTable(pattern.text()) : place)
                .advise(pattern.isExact() ? Suggestion.didYouMean(pattern.text(), names) : null));
    }

    /// About how many rows; not known as soon as one part was never counted.
    private static long rows(List<Relation> parts) {
        double sum = 0;
        for (Relation part : parts) {
            if (part.rows() < 0) {
                return -1;
            }
            sum += part.rows();
        }
        return Math.round(sum);
    }

    private static String nameOf(TableName table) {
        return table.schema().equals(PLAIN_SCHEMA) ? table.name() : table.schema() + "_" + table.name();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean matches(List<TablePattern> patterns, Relation relation) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(relation.name()));
    }

    private static boolean isExact(Map<String, ?> entries, Relation relation) {
        return entries.keySet().stream()
                .map(TablePattern::new)
                .anyMatch(pattern -> pattern.isExact() && pattern.matches(relation.name()));
    }

    /// The entry that names the table, otherwise the first whose pattern matches it.
    private static <T> @Nullable T entry(Map<String, T> entries, Relation relation) {
        T found = null;
        for (Map.Entry<String, T> entry : entries.entrySet()) {
            TablePattern pattern = new TablePattern(entry.getKey());
            if (pattern.matches(relation.name()) && (found == null || pattern.isExact())) {
                found = entry.getValue();
            }
        }
        return found;
    }
}
