package basin.run.sync;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;
import basin.duck.SqlTypes;
import basin.lake.Lake;
import basin.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;

/// The table in which the rows of a stream are kept that fit nowhere: one row for each of them.
public final class QuarantineTable {

    /// The schema of all such tables; no source may have its name.
    static final String SCHEMA_NAME = "quarantine";

    static final Schema SCHEMA = Schema.of(
            Field.required("_chunk", Type.Primitive.STRING).withDoc("The piece of the stream it was read with"),
            Field.optional("_key", Type.Primitive.STRING)
                    .withDoc("The values of its key as a JSON array; null if the stream has none"),
            Field.required("_reason", Type.Primitive.STRING)
                    .withDoc("What is wrong with it, column by column, and what to do about it"),
            Field.required("_content", Type.Primitive.STRING).withDoc("The row as JSON, as far as it could be read"),
            Field.required("_landed_at", Type.Primitive.TIMESTAMPTZ).withDoc("When it was put here"));

    private QuarantineTable() {}

    public static TableName name(String source, String stream) {
        return new TableName(SCHEMA_NAME, source + "_" + stream);
    }

    /// Refuses a table whose quarantine would also be that of a table of another source: `shop.eu_orders` and
    /// `shop_eu.orders` are two tables with one name for it.
    ///
    /// @throws ProblemException naming the other table
    static void requireOwn(TableName table, Lake lake) {
        TableName quarantine = name(table.schema(), table.name());
        String both = quarantine.name();
        for (int i = both.indexOf('_'); i >= 0; i = both.indexOf('_', i + 1)) {
            if (i == 0 || i == both.length() - 1 || i == table.schema().length()) {
                continue;
            }
            TableName other = new TableName(both.substring(0, i), both.substring(i + 1));
            // Only what a source was loaded into has a position, and a quarantine.
            if (lake.find(other).flatMap(LakeTable::position).isPresent()) {
                throw new ProblemException(Problem.failed(
                                "its rows that fit nowhere would lie among those of " + other,
                                new Place.InTable(table.toString()))
                        .because("both would go to " + quarantine)
                        .advise("give one of the two sources another name"));
            }
        }
    }

    /// What the key of a row was, as SQL expressions over its `_key` in the types of the stream, in the key's
    /// order. Null where a value cannot be one of its type: such a key no row of the stream has.
    static List<String> key(List<Field> key) {
        List<String> values = new ArrayList<>();
        for (Field field : key) {
            String text = "json_extract_string(_key, '$[" + values.size() + "]')";
            values.add(
                    field.type() == Type.Primitive.BINARY
                            ? "try(unhex(substring(" + text + ", 3)))"
                            : "try_cast(" + text + " as " + SqlTypes.of(field.type()) + ")");
        }
        return values;
    }
}
