package basin.lake.scan;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/// Parquet files as a table of DuckDB, their columns found by field id: under the names and types of today, with
/// defaults where a file is older than a column, at any depth.
///
/// Inside, each column is called by its id, so that no name can clash with those that DuckDB gives
/// (`file_row_number`) or differ from another by case alone.
public final class ReadParquet {

    private ReadParquet() {}

    /// A table function call, for use after FROM.
    public static String call(List<Path> files, List<NestedField> columns) {
        String paths = files.stream().map(path -> text(path.toString())).collect(Collectors.joining(", ", "[", "]"));
        String schema = columns.stream()
                .map(column -> entry(column, alias(column)))
                .collect(Collectors.joining(", ", "MAP {", "}"));
        return "read_parquet(" + paths + ", schema = " + schema + ")";
    }

    /// What a column is called inside.
    public static String alias(NestedField column) {
        return "f" + column.fieldId();
    }

    /// A select list that gives columns their own names.
    ///
    /// @param table qualifies them; empty or ending in a point
    static String names(String table, List<NestedField> columns) {
        return columns.stream()
                .map(column -> table + alias(column) + " AS " + TableName.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    /// A query with these columns and no rows.
    static String empty(List<NestedField> columns) {
        return columns.stream()
                .map(column -> "CAST(NULL AS " + type(column.type()) + ") AS " + TableName.quote(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    /// A string literal.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String entry(NestedField field, String name) {
        String children = field.type().isNestedType()
                ? field.type().asNestedType().fields().stream()
                        .map(child -> entry(child, child.name()))
                        .collect(Collectors.joining(", ", "MAP {", "}"))
                : "NULL";
        return field.fieldId() + ": {name: " + text(name) + ", type: " + text(type(field.type())) + ", default_value: "
                + defaultValue(field) + ", children: " + children + "}";
    }

    private static String defaultValue(NestedField field) {
        Literal<?> value = field.initialDefaultLiteral();
        return value == null ? "NULL" : text(String.valueOf(DefaultText.of(field.type(), value.value())));
    }

    private static String type(Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> ((Types.TimestampType) type).shouldAdjustToUTC() ? "TIMESTAMPTZ" : "TIMESTAMP";
            case STRING -> "VARCHAR";
            case UUID -> "UUID";
            case FIXED, BINARY -> "BLOB";
            case DECIMAL -> {
                Types.DecimalType decimal = (Types.DecimalType) type;
                yield "DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")";
            }
            case LIST -> type(type.asListType().elementType()) + "[]";
            case MAP ->
                "MAP(" + type(type.asMapType().keyType()) + ", "
                        + type(type.asMapType().valueType()) + ")";
            case STRUCT ->
                type.asStructType().fields().stream()
                        .map(field -> TableName.quote(field.name()) + " " + type(field.type()))
                        .collect(Collectors.joining(", ", "STRUCT(", ")"));
            case TIMESTAMP_NANO, VARIANT, GEOMETRY, GEOGRAPHY, UNKNOWN -> throw unknown(type);
        };
    }

    private static ProblemException unknown(Type type) {
        return new ProblemException(
                Problem.failed("a column has the type " + type + ", which Basin does not read", Place.NOWHERE)
                        .advise("read the table with an engine that knows the type, or drop the column"));
    }
}
