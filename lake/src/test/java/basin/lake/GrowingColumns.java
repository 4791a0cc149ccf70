package basin.lake;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of a table through its ages, and what each row holds: a plain account of schema evolution, to
/// compare the real one with.
final class GrowingColumns {
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> renames = new HashMap<>();
    private int age;
    private int names;

    GrowingColumns() {
        columns.add(new Column("id", Shape.INT));
    }

    int age() {
        return age;
    }

    int columnsEver() {
        return columns.size();
    }

    /// From the names before this age to those of now.
    Map<String, String> renames() {
        return Map.copyOf(renames);
    }

    void beginAge() {
        age++;
        renames.clear();
    }

    void grow(Growth growth) {
        int choice = growth.choice();
        switch (growth.kind()) {
            case ADD_VALUE -> columns.add(value(choice));
            case ADD_NESTED -> {
                Column column = new Column(name(), Shape.NESTED.get(choice % Shape.NESTED.size()));
                column.inside.add(value(choice + 1));
                column.inside.add(value(choice + 2));
                columns.add(column);
            }
            case ADD_FIELD -> pick(alive(true), choice, struct -> struct.inside.add(value(choice)));
            case WIDEN ->
                pick(alive(false).filter(column -> column.shape.wide() != null), choice, column -> {
                    column.widened = Math.min(column.widened, age);
                });
            case DROP ->
                pick(droppable(), choice, column -> {
                    column.dropped = age;
                    // The lake never saw a field that came and went with its column in one age.
                    column.inside.removeIf(field -> field.born == age);
                });
            case RENAME ->
                pick(
                        columns.stream().filter(column -> column.isAlive(age) && column.born < age && !column.renamed),
                        choice,
                        column -> {
                            String name = name();
                            renames.put(column.name, name);
                            column.name = name;
                            column.renamed = true;
                        });
        }
    }

    /// What the source has now.
    Schema schema() {
        return new Schema(fields(columns), List.of());
    }

    /// A select list with a row as it is written now.
    String valuesToWrite(int row) {
        return columns.stream()
                .filter(column -> column.isAlive(age))
                .map(column -> column.value(row, age, age, true) + " AS " + column.name)
                .collect(Collectors.joining(", "));
    }

    /// A select list with a row as it is to be read in the end.
    ///
    /// @param written in which age it was
    String valuesToRead(int row, int written) {
        return columns.stream()
                .map(column -> column.value(row, written, age, false) + " AS " + column.name)
                .collect(Collectors.joining(", "));
    }

    private List<Field> fields(List<Column> of) {
        return of.stream()
                .filter(column -> column.isAlive(age))
                .map(column -> Field.optional(column.name, column.type(age)))
                .toList();
    }

    private Stream<Column> alive(boolean nested) {
        return columns.stream()
                .filter(column -> column.isAlive(age))
                .flatMap(column -> Stream.concat(Stream.of(column), column.inside.stream()))
                .filter(column -> column.isAlive(age) && column.shape.isNested() == nested);
    }

    /// All but the first column and the last field of a struct.
    private Stream<Column> droppable() {
        Stream<Column> fields = columns.stream()
                .filter(column -> column.inside(age, true).count() > 1)
                .flatMap(column -> column.inside(age, true));
        return Stream.concat(columns.stream().skip(1), fields)
                .filter(column -> column.isAlive(age) && column.born < age);
    }

    private static void pick(Stream<Column> among, int choice, Consumer<Column> change) {
        List<Column> candidates = among.toList();
        if (!candidates.isEmpty()) {
            change.accept(candidates.get(choice % candidates.size()));
        }
    }

    private Column value(int choice) {
        return new Column(name(), Shape.VALUES.get(choice % Shape.VALUES.size()));
    }

    private String name() {
        return "c" + names++;
    }

    /// What a column holds.
    private enum Shape {
        INT,
        FLOAT,
        DECIMAL,
        TEXT,
        STRUCT,
        LIST,
        MAP;

        static final List<Shape> VALUES = List.of(INT, FLOAT, DECIMAL, TEXT);
        static final List<Shape> NESTED = List.of(STRUCT, LIST, MAP);

        boolean isNested() {
            return NESTED.contains(this);
        }

        Type narrow() {
            return switch (this) {
                case INT -> Type.Primitive.INT;
                case FLOAT -> Type.Primitive.FLOAT;
                case DECIMAL -> new Type.Decimal(9, 2);
                case TEXT -> Type.Primitive.STRING;
                case STRUCT, LIST, MAP -> throw new IllegalStateException("its fields tell");
            };
        }

        @Nullable
        Type wide() {
            return switch (this) {
                case INT -> Type.Primitive.LONG;
                case FLOAT -> Type.Primitive.DOUBLE;
                case DECIMAL -> new Type.Decimal(20, 2);
                case TEXT, STRUCT, LIST, MAP -> null;
            };
        }
    }

    /// A column or a field, with the ages in which things happened to it.
    private final class Column {
        private final Shape shape;
        private final int born = age;
        private final List<Column> inside = new ArrayList<>();
        private String name;
        private boolean renamed;
        private int widened = Integer.MAX_VALUE;
        private int dropped = Integer.MAX_VALUE;

        Column(String name, Shape shape) {
            this.name = name;
            this.shape = shape;
        }

        boolean isAlive(int at) {
            return born <= at && at < dropped;
        }

        Type type(int at) {
            Type wide = shape.wide();
            return switch (shape) {
                case INT, FLOAT, DECIMAL, TEXT -> wide != null && widened <= at ? wide : shape.narrow();
                case STRUCT -> new Type.Struct(fields(inside));
                case LIST -> new Type.Listing(new Type.Struct(fields(inside)));
                case MAP -> new Type.Mapping(Type.Primitive.STRING, new Type.Struct(fields(inside)));
            };
        }

        /// @param written the age in which the row was written
        /// @param seen    the age whose types and fields it is seen with
        /// @param present whether fields are left out that were not there in that age, or else are null
        String value(int row, int written, int seen, boolean present) {
            String value = isAlive(written) ? content(row, written, seen, present) : "NULL";
            return "CAST(" + value + " AS " + sqlType(seen, present) + ")";
        }

        private String content(int row, int written, int seen, boolean present) {
            return switch (shape) {
                case INT -> String.valueOf(row * 31);
                case FLOAT -> row + ".5";
                case DECIMAL -> row + ".25";
                case TEXT -> "'text " + row + "'";
                case STRUCT -> struct(row, written, seen, present);
                case LIST ->
                    "[" + struct(row, written, seen, present) + ", NULL, " + struct(row + 1, written, seen, present)
                            + "]";
                case MAP -> "MAP {'k': " + struct(row, written, seen, present) + "}";
            };
        }

        private String struct(int row, int written, int seen, boolean present) {
            return inside(seen, present)
                    .map(field -> field.name + ": " + field.value(row, written, seen, present))
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        private String sqlType(int seen, boolean present) {
            return switch (shape) {
                case INT -> widened <= seen ? "BIGINT" : "INTEGER";
                case FLOAT -> widened <= seen ? "DOUBLE" : "FLOAT";
                case DECIMAL -> widened <= seen ? "DECIMAL(20, 2)" : "DECIMAL(9, 2)";
                case TEXT -> "VARCHAR";
                case STRUCT -> structType(seen, present);
                case LIST -> structType(seen, present) + "[]";
                case MAP -> "MAP(VARCHAR, " + structType(seen, present) + ")";
            };
        }

        private String structType(int seen, boolean present) {
            return inside(seen, present)
                    .map(field -> field.name + " " + field.sqlType(seen, present))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }

        private Stream<Column> inside(int seen, boolean present) {
            return inside.stream().filter(field -> !present || field.isAlive(seen));
        }
    }
}
