package basin.connect.postgres.change;

import basin.connect.Stream;
import basin.connect.change.ChangeSink;
import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.plan.ColumnNumbers;
import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the stream for the changes of a table, and notices when the table has other columns than
/// before.
///
/// The log and the catalog are rarely at the same moment: the catalog has what will only come in the
/// log, and what the log tells may be gone from it. What the log says of a table's columns counts; the
/// catalog explains it.
final class RelationRouter {

    private final Catalog catalog;
    private final boolean binary;
    private final Map<Long, FollowedStream> streams = new HashMap<>();
    private final Map<Long, Set<LoggedColumn>> columns = new HashMap<>();
    private final Set<Long> fresh = new HashSet<>();
    private FollowedTables tables;

    /// Reads the catalog as it is now.
    @FunctionalInterface
    interface Catalog {
        /// @param past of which table to look at other columns than it has now; null for none
        FollowedTables read(FollowedTables.@Nullable Past past) throws SQLException;
    }

    /// @param tables as the catalog has them
    /// @param standings what the tables of streams have already, by name; others are not heard of
    /// @param former the columns that the tables of streams have, by name, as far as that is known
    /// @param binary whether values come in their binary form where they have one
    RelationRouter(
            Catalog catalog,
            FollowedTables tables,
            Map<String, Standing> standings,
            Map<String, ColumnNumbers> former,
            boolean binary) {
        this.catalog = catalog;
        this.tables = tables;
        this.binary = binary;
        tables.streams().forEach((oid, planned) -> {
            Standing standing = standings.get(planned.stream().name());
            if (standing != null) {
                Layout layout = tables.layouts().getOrDefault(oid, new Layout(List.of()));
                ColumnNumbers numbers = former.getOrDefault(planned.stream().name(), ColumnNumbers.of(planned));
                streams.put(oid, new FollowedStream(planned, numbers.byName(), standing));
                fresh.add(oid);
                columns.put(oid, loggedColumns(planned, layout));
            }
        });
    }

    /// All streams that are followed.
    Collection<FollowedStream> streams() {
        return streams.values();
    }

    /// Where the changes of a table go that the log describes; null if they are not of a stream that is
    /// followed.
    ChangeLog.@Nullable Route route(LoggedRelation relation, ChangeSink sink) throws SQLException {
        if (!tables.known().contains(relation.oid())) {
            tables = catalog.read(null);
        }
        Long owner = tables.owners().get(relation.oid());
        FollowedStream stream = owner == null ? null : streams.get(owner);
        if (owner == null || stream == null || stream.isDiscontinued()) {
            return null;
        }
        try {
            if (!Set.copyOf(relation.columns()).equals(columns.get(owner))) {
                adapt(owner, stream, relation, sink);
            } else if (fresh.contains(owner)) {
                recall(stream, sink);
            }
            fresh.remove(owner);
            requireName(stream, relation);
            requireIdentity(stream, relation);
        } catch (ProblemException e) {
            stream.flush(sink);
            stream.discontinue();
            sink.discontinued(stream.planned().stream(), e.problems().getFirst());
            return null;
        }
        return new ChangeLog.Route(stream, new ChangeWriter(stream.planned(), relation));
    }

    /// Whether tables are all that have the rows of a stream.
    boolean isWhole(FollowedStream stream, Set<Long> truncated) throws SQLException {
        PlannedStream planned = stream.planned();
        boolean itself = truncated.contains(planned.relation().oid());
        if (itself && (planned.parts().size() <= 1 || planned.relation().kind() == Relation.Kind.PARTITIONED_TABLE)) {
            return true;
        }
        tables = catalog.read(null);
        PlannedStream now = tables.streams().getOrDefault(planned.relation().oid(), planned);
        return now.parts().stream().allMatch(part -> truncated.contains(part.oid()));
    }

    /// What is wrong when only some of a stream's tables were emptied.
    Problem truncatedInPart(FollowedStream stream) {
        return Problem.failed("a part of the table was truncated", place(stream.planned()))
                .because("the log does not tell which rows that were")
                .advise("load the table in full once; delete from a partition, or drop it, where it is to be followed");
    }

    private void adapt(long owner, FollowedStream stream, LoggedRelation relation, ChangeSink sink)
            throws SQLException {
        FollowedTables then = catalog.read(new FollowedTables.Past(owner, relation.columns()));
        PlannedStream after = then.streams().get(owner);
        PlannedStream before = stream.planned();
        if (after == null || !after.stream().name().equals(before.stream().name())) {
            throw new ProblemException(Problem.failed("the table can no longer be followed", place(before))
                    .because(
                            after == null
                                    ? "it was dropped, or is not among those chosen any more"
                                    : "it is called " + after.stream().origin() + " now")
                    .advise("load it anew"));
        }
        tables = then;
        Layout layout = then.layouts().getOrDefault(owner, new Layout(List.of()));
        Map<String, Integer> numbers = layout.numbers(relation.columns());
        stream.numbers().forEach(numbers::putIfAbsent);
        numbers.keySet()
                .retainAll(after.columns().stream()
                        .map(column -> column.attribute().name())
                        .toList());
        columns.put(owner, Set.copyOf(relation.columns()));
        if (binary && after.columns().stream().anyMatch(column -> !column.wire().isDirect())) {
            throw new ReopenException();
        }
        if (!hasSameColumns(before.stream().schema(), after.stream().schema())) {
            Map<String, String> renames = renames(stream, numbers);
            requireEmpty(stream, after, numbers, renames);
            stream.flush(sink);
            sink.altered(before.stream(), after.stream(), renames);
        }
        if (!after.equals(before)) {
            stream.flush(sink);
            stream.alter(after, numbers);
        }
    }

    /// The columns are as the catalog has them, but may have been called otherwise when the table got
    /// its last changes.
    private static void recall(FollowedStream stream, ChangeSink sink) {
        PlannedStream planned = stream.planned();
        Map<String, Integer> numbers = ColumnNumbers.of(planned).byName();
        Map<String, String> renames = renames(stream, numbers);
        requireEmpty(stream, planned, numbers, renames);
        if (!renames.isEmpty()) {
            sink.altered(before(planned.stream(), renames), planned.stream(), renames);
        }
        stream.renumber(numbers);
    }

    private static Stream before(Stream stream, Map<String, String> renames) {
        List<Field> fields = stream.schema().fields().stream()
                .map(field -> new Field(
                        renames.getOrDefault(field.name(), field.name()), field.type(), field.required(), field.doc()))
                .toList();
        List<String> key = stream.schema().primaryKey().stream()
                .map(name -> renames.getOrDefault(name, name))
                .toList();
        return new Stream(
                stream.name(),
                stream.origin(),
                new Schema(fields, key),
                stream.doc(),
                stream.mode(),
                stream.rows(),
                stream.bytes());
    }

    private static boolean hasSameColumns(Schema one, Schema other) {
        return one.primaryKey().equals(other.primaryKey()) && types(one).equals(types(other));
    }

    private static List<Field> types(Schema schema) {
        return schema.fields().stream()
                .map(field -> Field.optional(field.name(), field.type()))
                .toList();
    }

    private static Map<String, String> renames(FollowedStream stream, Map<String, Integer> numbers) {
        Map<Integer, String> former = new HashMap<>();
        stream.numbers().forEach((name, number) -> former.put(number, name));
        Map<String, String> renames = new TreeMap<>();
        numbers.forEach((name, number) -> {
            String formerName = former.get(number);
            if (formerName != null
                    && !formerName.equals(name)
                    && !stream.numbers().containsKey(name)) {
                renames.put(name, formerName);
            }
        });
        return renames;
    }

    /// The rows that are there have no value in a column that is new: otherwise they got it without a
    /// word in the log.
    private static void requireEmpty(
            FollowedStream stream, PlannedStream after, Map<String, Integer> numbers, Map<String, String> renames) {
        int last = new ColumnNumbers(stream.numbers()).last();
        for (PlannedColumn column : after.columns()) {
            String name = column.attribute().name();
            boolean isNew = !stream.numbers().containsKey(name) && !renames.containsKey(name);
            boolean wasThere = numbers.getOrDefault(name, last + 1) <= last;
            if (isNew && (wasThere || !column.attribute().addedEmpty())) {
                throw new ProblemException(Problem.failed(
                                "the column '%s' is new and may have values in older rows".formatted(name),
                                place(after))
                        .because(
                                "it has a default, or was there and not read, and the log does not tell of those values")
                        .advise("load the table anew"));
            }
        }
    }

    private static void requireName(FollowedStream stream, LoggedRelation relation) {
        PlannedStream planned = stream.planned();
        boolean itself = relation.oid() == planned.relation().oid();
        if (itself && !relation.name().equals(planned.stream().origin())) {
            throw new ProblemException(Problem.failed("the table is called " + relation.name() + " now", place(planned))
                    .advise("load it anew under that name"));
        }
    }

    private static void requireIdentity(FollowedStream stream, LoggedRelation relation) {
        PlannedStream planned = stream.planned();
        List<String> key = planned.stream().schema().primaryKey();
        if (!relation.full() && !relation.identity().containsAll(key)) {
            throw new ProblemException(
                    Problem.failed("the log no longer tells which rows are changed or deleted", place(planned))
                            .because("the table's replica identity has been altered")
                            .advise("give it a primary key, or alter table %s replica identity full; then load it anew"
                                    .formatted(planned.stream().origin().quoted())));
        }
    }

    /// The columns that the log will tell of, if the catalog is right.
    private static Set<LoggedColumn> loggedColumns(PlannedStream planned, Layout layout) {
        Set<LoggedColumn> logged = new HashSet<>();
        Set<String> stored = new HashSet<>();
        planned.relation().attributes().stream()
                .filter(attribute -> attribute.origin() != Attribute.Origin.GENERATED)
                .forEach(attribute -> stored.add(attribute.name()));
        layout.byName().forEach((name, column) -> {
            if (stored.contains(name)) {
                logged.add(column.column());
            }
        });
        return logged;
    }

    private static Place place(PlannedStream planned) {
        return new Place.InTable(planned.stream().origin().toString());
    }

    /// Values have to come in another form from here on.
    static final class ReopenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReopenException() {
            super("a column has no binary form that is understood", null, false, false);
        }
    }
}
