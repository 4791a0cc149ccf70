package basin.connect.postgres.plan;

import basin.connect.Discovery.Skipped;
import basin.connect.postgres.catalog.Attribute;
import basin.connect.postgres.catalog.PgType;
import basin.connect.postgres.catalog.Relation;
import basin.connect.postgres.types.As;
import basin.connect.postgres.types.FieldDoc;
import basin.connect.postgres.types.TypeTable;
import basin.connect.postgres.types.Wire;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.stream.ChangeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses the columns of one stream.
final class ColumnPlanner {

    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz");

    private final Relation relation;
    private final List<Relation> parts;
    private final TypeTable types;
    private final boolean followed;
    private final Problems problems;
    private final List<PlannedColumn> columns = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private @Nullable String obstacle;

    /// @param parts with their columns, unless they are partitions, whose columns are those of the table
    /// @param followed whether changes are to be followed
    ColumnPlanner(Relation relation, List<Relation> parts, TypeTable types, boolean followed, Problems problems) {
        this.followed = followed;
        this.relation = relation;
        this.parts = parts;
        this.types = types;
        this.problems = problems;
    }

    /// Makes the choice.
    ///
    /// @param settings null if there are none for the table
    /// @param exact whether the settings name this very table, so that each column they name has to be there
    void plan(@Nullable ColumnSettings settings, boolean exact) {
        ColumnSettings choice = settings == null ? ColumnSettings.ALL : settings;
        if (exact) {
            Stream.of(choice.include(), choice.exclude(), choice.as().keySet())
                    .flatMap(names -> names.stream())
                    .distinct()
                    .forEach(this::requireColumn);
        }
        for (Attribute attribute : relation.attributes()) {
            if (!choice.loads(attribute.name())) {
                continue;
            }
            if (followed && attribute.origin() == Attribute.Origin.GENERATED) {
                skipped.add(new Skipped(
                        relation.name() + "." + attribute.name(),
                        null,
                        "it is generated, and changes do not tell what is; compute it in a model"));
            } else if (attribute.readable()) {
                Wire wire = wire(attribute, choice.as().get(attribute.name()));
                Field field = new Field(attribute.name(), wire.type(), isRequired(attribute), FieldDoc.of(attribute));
                columns.add(new PlannedColumn(attribute, field, wire));
            } else {
                skipped.add(new Skipped(
                        relation.name() + "." + attribute.name(),
                        null,
                        "it may not be read by this user; grant select on %s, or leave it out with 'columns'"
                                .formatted(relation.name().quoted())));
            }
        }
        obstacle = columns.isEmpty() ? "it has no columns to load" : sameButForCase();
        if (followed && obstacle == null) {
            obstacle = columns.stream()
                    .map(column -> column.field().name())
                    .filter(ChangeSchema.NAMES::contains)
                    .findFirst()
                    .map("its column '%s' has a name that changes use; leave it out with 'columns'"::formatted)
                    .orElse(null);
        }
    }

    /// Why the table cannot be loaded at all; null if it can.
    @Nullable
    String obstacle() {
        return obstacle;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    List<PlannedColumn> columns() {
        return columns;
    }

    /// The key is left out unless all of its columns are loaded; nor does one hold across tables that merely
    /// inherit.
    Schema schema() {
        return schema(relation.key());
    }

    /// As [#schema()], with another key.
    Schema schema(List<String> key) {
        List<Field> fields = columns.stream().map(PlannedColumn::field).toList();
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        boolean inherited = parts.stream().anyMatch(part -> part.oid() != relation.oid() && !part.partition());
        boolean holds = !inherited && names.containsAll(key);
        return new Schema(fields, holds ? key : List.of());
    }

    /// The cursor the settings name; null, with a problem if the table was named, where it cannot be one.
    @Nullable
    Cursor cursor(CursorSettings settings, boolean exact) {
        Attribute attribute = relation.attributes().stream()
                .filter(candidate -> candidate.name().equals(settings.column()))
                .findFirst()
                .orElse(null);
        if (attribute == null) {
            if (exact) {
                requireColumn(settings.column());
            }
            return null;
        }
        if (schema().primaryKey().isEmpty()) {
            if (exact) {
                problems.add(Problem.failed(
                                "a table without a key cannot be loaded incrementally",
                                new Place.InTable(relation.name().toString()))
                        .because("changed rows would stand beside the old ones")
                        .advise("give it a primary key, or remove its entry from 'cursor' to load it in full"));
            }
            return null;
        }
        String type = builtIn(attribute.type());
        String value = settings.lookback();
        String lookback = null;
        if (value != null) {
            if (TIMES.contains(type)) {
                lookback = literal(value) + "::interval";
            } else if (NUMBERS.contains(type)) {
                lookback = literal(value) + "::" + attribute.declared();
            } else {
                problems.add(Problem.failed(
                                "a 'lookback' has no meaning for a cursor of type " + attribute.declared(),
                                place(attribute.name()))
                        .advise("remove it: new rows are then found by who wrote them"));
            }
        }
        return new Cursor(attribute.name(), attribute.declared(), lookback);
    }

    private Wire wire(Attribute attribute, @Nullable As as) {
        if (as != null) {
            Wire wire = types.wire(attribute, as);
            if (wire != null) {
                return wire;
            }
            problems.add(Problem.failed(
                            "a column of type %s cannot be loaded so".formatted(attribute.declared()),
                            place(attribute.name()))
                    .because(purpose(as))
                    .advise("write 'as: text', or remove it"));
        }
        return types.wire(attribute);
    }

    private static String purpose(As as) {
        return switch (as) {
            case As.PlainText _ -> "'text' is for every type";
            case As.Binary _ -> "'binary' is for columns of text";
            case As.Uuid _ -> "'uuid' is for columns of type uuid";
            case As.Time _ -> "'time' is for columns of type time without time zone";
            case As.Decimal _ -> "'decimal' is for columns of type numeric";
        };
    }

    /// Not null in each part that has columns of its own.
    private boolean isRequired(Attribute attribute) {
        return attribute.notNull()
                && parts.stream()
                        .filter(part -> !part.partition())
                        .flatMap(part -> part.attributes().stream())
                        .filter(other -> other.name().equals(attribute.name()))
                        .allMatch(Attribute::notNull);
    }

    private @Nullable String sameButForCase() {
        Map<String, String> names = new HashMap<>();
        for (PlannedColumn column : columns) {
            String name = column.field().name();
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                return "its columns '%s' and '%s' differ in upper and lower case only; leave out one with 'columns'"
                        .formatted(other, name);
            }
        }
        return null;
    }

    private void requireColumn(String name) {
        List<String> names = relation.attributes().stream().map(Attribute::name).toList();
        if (!names.contains(name)) {
            problems.add(Problem.failed(
                            "there is no column '" + name + "'",
                            new Place.InTable(relation.name().toString()))
                    .advise(Suggestion.didYouMean(name, names)));
        }
    }

    private Place place(String column) {
        return new Place.InTable(relation.name().toString(), null, column);
    }

    private static String builtIn(PgType type) {
        return switch (type) {
            case PgType.BuiltIn builtIn -> builtIn.name();
            case PgType.Domain domain -> builtIn(domain.base());
            case PgType.Foreign _, PgType.Enumeration _, PgType.Array _, PgType.Composite _ -> "";
        };
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
