package basin.run.sync;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.TableName;

/// The table in which the rows of a stream are kept that fit nowhere: one row for each of them.
public final class QuarantineTable {

    /// The schema of all such tables; no source may have its name.
    static final String SCHEMA_NAME = "quarantine";

    static final Schema SCHEMA = Schema.of(
            Field.required("_chunk", Type.Primitive.STRING).withDoc("The piece of the stream it was read with"),
            Field.required("_reason", Type.Primitive.STRING)
                    .withDoc("What is wrong with it, column by column, and what to do about it"),
            Field.required("_content", Type.Primitive.STRING).withDoc("The row as JSON, as far as it could be read"),
            Field.required("_landed_at", Type.Primitive.TIMESTAMPTZ).withDoc("When it was put here"));

    private QuarantineTable() {}

    public static TableName name(String source, String stream) {
        return new TableName(SCHEMA_NAME, source + "_" + stream);
    }
}
