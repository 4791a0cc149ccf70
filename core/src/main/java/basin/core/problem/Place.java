package basin.core.problem;

import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Where a problem is. Its `toString` is what people read, and what editors and terminals turn into a link.
public sealed interface Place {

    /// Files first, by path, line and column; then statements, tables, services, and problems without a place.
    /// Equal places keep the order in which they were found.
    Comparator<Place> READING_ORDER = Comparator.comparingInt(Place::rank)
            .thenComparing(Place::subject)
            .thenComparingLong(Place::line)
            .thenComparingInt(Place::column);

    /// A point in a text file.
    ///
    /// @param file the file's path, relative to the project folder where it lies inside of it
    /// @param line counted from 1; 0 means the file as a whole
    /// @param column counted from 1, in code points; 0 means the line as a whole
    record InFile(Path file, int line, int column) implements Place {

        /// The file as a whole.
        public InFile(Path file) {
            this(file, 0, 0);
        }

        @Override
        public String toString() {
            String path = file.toString().replace('\\', '/');
            if (line == 0) {
                return path;
            }
            return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
        }
    }

    /// A point in a statement that somebody typed or sent.
    ///
    /// @param statement the whole text of it
    /// @param line counted from 1
    /// @param column counted from 1, in code points
    /// @param width how many code points are meant; 0 where only their start is known
    record InStatement(String statement, int line, int column, int width) implements Place {

        /// The line it is in, without its line break.
        public String text() {
            return statement.lines().skip(line - 1L).findFirst().orElse("");
        }

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /// A table, one of its rows, one of its columns, or a single value.
    ///
    /// @param table the table's full name, as `schema.table`
    /// @param row the row's number counted from 1 or its key, as text; null means all rows
    /// @param columnName the column's name; null means all columns
    record InTable(
            String table, @Nullable String row, @Nullable String columnName) implements Place {

        /// The table as a whole.
        public InTable(String table) {
            this(table, null, null);
        }

        @Override
        public String toString() {
            return table + (columnName == null ? "" : "." + columnName) + (row == null ? "" : ", row " + row);
        }
    }

    /// A server, a bucket, a connection: something outside of the project that has a name.
    ///
    /// @param name what the user calls it, without credentials: `shop (postgres at db.example.com:5432)`
    record Service(String name) implements Place {
        @Override
        public String toString() {
            return name;
        }
    }

    /// No place: a wrong argument, a full disk.
    record Nowhere() implements Place {
        @Override
        public String toString() {
            return "";
        }
    }

    /// No place.
    Place NOWHERE = new Nowhere();

    private static int rank(Place place) {
        return switch (place) {
            case InFile ignored -> 0;
            case InStatement ignored -> 1;
            case InTable ignored -> 2;
            case Service ignored -> 3;
            case Nowhere ignored -> 4;
        };
    }

    private static String subject(Place place) {
        return switch (place) {
            case InFile in -> in.file().toString();
            case InStatement in -> in.statement();
            case InTable _, Service _, Nowhere _ -> place.toString();
        };
    }

    private static int line(Place place) {
        return switch (place) {
            case InFile in -> in.line();
            case InStatement in -> in.line();
            case InTable _, Service _, Nowhere _ -> 0;
        };
    }

    private static int column(Place place) {
        return switch (place) {
            case InFile in -> in.column();
            case InStatement in -> in.column();
            case InTable _, Service _, Nowhere _ -> 0;
        };
    }
}
