package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.duck.FieldIds;
import basin.lake.schema.SchemaReplacement;
import basin.lake.schema.TableSchema;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;

/// The columns that a table gets when a full load is published, in place of those that it has until then.
///
/// Files of the load carry field ids that no column of the table has yet. They are those that the table is going to
/// deal out when its columns are replaced, and stand in the summary of the snapshot that began the load.
///
/// @param columns with their ids
/// @param key     the ids of the key's columns, as [TableSchema#PRIMARY_KEY] has them
record PendingColumns(org.apache.iceberg.Schema columns, String key) {

    /// What the table would get if its columns were replaced now.
    static PendingColumns of(Table table, Schema wanted) {
        org.apache.iceberg.Schema columns = SchemaReplacement.preview(table, wanted);
        return new PendingColumns(columns, TableSchema.keyProperty(columns, wanted.primaryKey()));
    }

    /// What the summary tells of the snapshot with which a load began; empty where the table keeps its columns.
    static Optional<PendingColumns> in(Map<String, String> summary) {
        return Optional.ofNullable(summary.get(Keys.LOAD_COLUMNS))
                .map(json -> new PendingColumns(
                        SchemaParser.fromJson(json), summary.getOrDefault(TableSchema.PRIMARY_KEY, "")));
    }

    void note(SnapshotUpdate<?> update) {
        update.set(Keys.LOAD_COLUMNS, SchemaParser.toJson(columns));
        update.set(TableSchema.PRIMARY_KEY, key);
    }

    Schema schema(TableHandle handle) {
        return TableSchema.toBasin(columns, Map.of(TableSchema.PRIMARY_KEY, key), handle.place());
    }

    /// The ids under which files hold columns that rows have.
    FieldIds fieldIds(Schema rows) {
        return TableSchema.fieldIds(columns, rows);
    }

    /// Whether the table would still deal out the same ids.
    boolean standsFor(TableHandle handle) {
        return sameAs(SchemaReplacement.preview(handle.table(), schema(handle)));
    }

    /// Puts them in place.
    ///
    /// @throws ProblemException where the table would deal out other ids, since its columns were changed meanwhile
    void make(Transaction transaction, TableHandle handle) {
        SchemaReplacement.make(transaction, schema(handle));
        if (!sameAs(transaction.table().schema())) {
            throw new ProblemException(
                    Problem.failed("the columns of the table were changed while it was loaded", handle.place())
                            .because("files of the load no longer fit")
                            .advise("load it once more"));
        }
    }

    private boolean sameAs(org.apache.iceberg.Schema other) {
        return columns.asStruct().equals(other.asStruct());
    }
}
