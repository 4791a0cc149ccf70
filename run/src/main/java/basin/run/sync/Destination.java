package basin.run.sync;

import basin.connect.Stream;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.ChangeSchema;
import basin.core.stream.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the rows of a stream go that are loaded: into the table of its name. Of a stream whose
/// changes are followed
/// and that has no key there is only the raw table, which holds the rows it began with among its
/// changes.
///
/// @param table     the name of the table
/// @param schema    its columns, as far as the stream knows
/// @param constants what the rows have in columns that are not the stream's, in SQL
public record Destination(TableName table, Schema schema, Map<String, String> constants) {

    /// What an [ChangeSchema#OP] says of a row that was there when the changes began.
    private static final String READ = "r";

    static Destination of(String source, Stream stream, Instant now) {
        if (!isRawOnly(stream)) {
            return new Destination(new TableName(source, stream.name()), stream.schema(), Map.of());
        }
        return new Destination(
                rawTable(source, stream),
                raw(stream),
                Map.of(ChangeSchema.OP, "'" + READ + "'", ChangeSchema.LANDED_AT, at(now)));
    }

    /// Where the changes of a stream go, each as it came.
    public static Destination ofChanges(String source, Stream stream, Instant now) {
        return new Destination(rawTable(source, stream), raw(stream), Map.of(ChangeSchema.LANDED_AT, at(now)));
    }

    /// Whether there is no table of the newest rows, since nothing says which row a change is about.
    public static boolean isRawOnly(Stream stream) {
        return stream.mode() == Stream.Mode.FOLLOWED
                && stream.schema().primaryKey().isEmpty();
    }

    private static TableName rawTable(String source, Stream stream) {
        return new TableName("raw_" + source, stream.name());
    }

    /// Rows that were there before any change have no place among the changes.
    private static Schema raw(Stream stream) {
        Schema changes = ChangeSchema.of(stream.schema());
        List<Field> fields = new ArrayList<>();
        for (Field field : changes.fields()) {
            boolean unknown = isRawOnly(stream)
                    && (field.name().equals(ChangeSchema.POSITION)
                            || field.name().equals(ChangeSchema.COMMITTED_AT));
            fields.add(unknown ? new Field(field.name(), field.type(), false, field.doc()) : field);
        }
        fields.add(new Field(
                ChangeSchema.LANDED_AT, Type.Primitive.TIMESTAMPTZ, true, "When the change came to the lake"));
        return new Schema(fields, isRawOnly(stream) ? List.of() : changes.primaryKey());
    }

    private static String at(Instant now) {
        return "TIMESTAMPTZ '" + now + "'";
    }
}
