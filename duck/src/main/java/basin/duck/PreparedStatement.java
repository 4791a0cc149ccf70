package basin.duck;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.duck.capi.DuckApi;
import basin.duck.capi.Handle;
import basin.duck.capi.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A statement that DuckDB has parsed and bound.
final class PreparedStatement implements AutoCloseable {

    private static final Pattern END = Pattern.compile("[;\\s]+$");

    private final DuckConnection connection;
    private final Handle statement;

    PreparedStatement(DuckConnection connection, Handle statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /// The columns of its result, with the types that the rows will have.
    Schema schema() {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns(); i++) {
            String given = Text.take(DuckApi.PREPARED_STATEMENT_COLUMN_NAME.pointer(statement.get(), i));
            String name = given;
            for (int n = 1; !names.add(name); n++) {
                name = given + "_" + n;
            }
            fields.add(Field.optional(name, type(i).type()));
        }
        return new Schema(fields, List.of());
    }

    /// The columns of its result under their own names.
    List<DescribedColumn> describe() {
        List<DescribedColumn> columns = new ArrayList<>();
        for (int i = 0; i < columns(); i++) {
            String name = Text.take(DuckApi.PREPARED_STATEMENT_COLUMN_NAME.pointer(statement.get(), i));
            ResultType type = type(i);
            columns.add(new DescribedColumn(name, type.type(), type.exact()));
        }
        return columns;
    }

    /// Whether the values of all columns leave DuckDB as they are.
    boolean isExact() {
        for (int i = 0; i < columns(); i++) {
            if (!type(i).exact()) {
                return false;
            }
        }
        return true;
    }

    /// The same query with its columns brought to the types of [#schema()].
    String casting(String sql) {
        List<String> names = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        for (int i = 0; i < columns(); i++) {
            ResultType type = type(i);
            names.add("c" + i);
            casts.add(type.exact() ? "c" + i : "cast(c" + i + " as " + SqlTypes.of(type.type()) + ")");
        }
        String query = END.matcher(sql).replaceFirst("");
        return "select " + String.join(", ", casts) + " from (" + query + "\n) as t(" + String.join(", ", names) + ")";
    }

    Result execute() {
        return Result.of(connection, statement);
    }

    private long columns() {
        return DuckApi.PREPARED_STATEMENT_COLUMN_COUNT.count(statement.get());
    }

    private ResultType type(long column) {
        return ResultType.take(DuckApi.PREPARED_STATEMENT_COLUMN_LOGICAL_TYPE.pointer(statement.get(), column));
    }

    @Override
    public void close() {
        statement.close();
    }
}
