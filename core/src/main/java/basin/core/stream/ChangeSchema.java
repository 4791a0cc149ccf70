package basin.core.stream;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The columns of changes: what happened, and then the stream's own columns, all of which may be null.
///
/// What the stream's columns hold, by `_op`: after an insert (`c`) or an update (`u`) the new row; of a
/// row that was deleted (`d`) what the source tells, which is at least its key and at most all of it;
/// nothing for a truncation (`t`), which all rows fall to that were there.
public final class ChangeSchema {

    /// What happened: `c`, `u`, `d` or `t`.
    public static final String OP = "_op";

    /// Where it happened. As texts these sort in the order of commits and, within a transaction, of
    /// changes.
    public static final String POSITION = "_position";

    /// When it was committed, by the source's clock.
    public static final String COMMITTED_AT = "_committed_at";

    /// Names of the columns whose value an update left as it was and the source did not send: they are
    /// null in the row. Null if there are none.
    public static final String UNCHANGED = "_unchanged";

    /// The columns of the key, as they were before an update that changed the key; null otherwise. Not
    /// there if the stream has no key.
    public static final String BEFORE = "_before";

    /// When it came into the lake: not in what a reader hands over, but beside it where changes are kept.
    public static final String LANDED_AT = "_landed_at";

    /// Names that no column of a stream that is followed can have.
    public static final Set<String> NAMES = Set.of(OP, POSITION, COMMITTED_AT, UNCHANGED, BEFORE, LANDED_AT);

    private ChangeSchema() {}

    /// The columns of a stream's changes, identified by `_position`.
    ///
    /// @throws IllegalArgumentException if it has a column of one of [#NAMES]
    public static Schema of(Schema stream) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.required(OP, Type.Primitive.STRING));
        fields.add(Field.required(POSITION, Type.Primitive.STRING));
        fields.add(Field.required(COMMITTED_AT, Type.Primitive.TIMESTAMPTZ));
        fields.add(Field.optional(UNCHANGED, new Type.Listing(Type.Primitive.STRING)));
        if (!stream.primaryKey().isEmpty()) {
            List<Field> key = stream.primaryKey().stream()
                    .map(name -> stream.field(name).orElseThrow())
                    .map(ChangeSchema::optional)
                    .toList();
            fields.add(Field.optional(BEFORE, new Type.Struct(key)));
        }
        stream.fields().stream().map(ChangeSchema::optional).forEach(fields::add);
        return new Schema(fields, List.of(POSITION));
    }

    private static Field optional(Field field) {
        return new Field(field.name(), field.type(), false, field.doc());
    }
}
