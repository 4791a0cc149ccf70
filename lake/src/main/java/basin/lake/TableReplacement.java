package basin.lake;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Schema;
import basin.core.stream.TableName;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.lake.schema.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.expressions.Expressions;

/// A table in the making: new, or in place of the rows and columns that one has. Nobody sees anything of
/// it before [#publish] has put it in place, all of it in one commit; if that never happens, the table
/// is as it was.
///
/// For one thread.
public final class TableReplacement {
    private final TableHandle handle;
    private final Transaction transaction;
    private final boolean isNew;
    private final Ending ending;
    private boolean mayBeThere;

    /// What is to be done beside the commit.
    interface Ending {
        /// The table is in place.
        void published();

        /// A new table has been given up.
        void abandoned();

        /// Nothing.
        Ending NONE = new Ending() {
            @Override
            public void published() {}

            @Override
            public void abandoned() {}
        };
    }

    /// @param handle of the table as the open transaction shows it
    TableReplacement(TableHandle handle, Transaction transaction, boolean isNew, Ending ending) {
        this.handle = handle;
        this.transaction = transaction;
        this.isNew = isNew;
        this.ending = ending;
    }

    public TableName name() {
        return handle.name();
    }

    /// The columns it is going to have.
    public Schema schema() {
        Table table = handle.table();
        return TableSchema.toBasin(table.schema(), table.properties(), handle.place());
    }

    /// The ids that files must carry.
    public FieldIds fieldIds() {
        return TableSchema.fieldIds(handle.table().schema());
    }

    /// The folder of this machine into which files are to be written.
    public Path staging() {
        return handle.staging();
    }

    /// Gives up: takes away what was written for a table that is not there yet. Does nothing once the
    /// table has been put in place, or may have been.
    public void abandon() {
        if (isNew && !mayBeThere) {
            ending.abandoned();
        }
    }

    /// Puts the table in place.
    ///
    /// @param files written into [#staging()] with [#fieldIds()]; none makes the table empty
    /// @param notes see [LakeTable#notes()]
    public void publish(List<ParquetFile> files, Map<String, String> notes) {
        List<DataFile> added = handle.place(handle.check(files));
        mayBeThere = true;
        try {
            commit(added, notes);
        } catch (ProblemException e) {
            mayBeThere = e.kind() == Problem.Kind.UNKNOWN;
            throw e;
        }
        ending.published();
    }

    private void commit(List<DataFile> added, Map<String, String> notes) {
        handle.commit(transaction, (open, stamp) -> {
            if (isNew) {
                AppendFiles append = stamp.on(open.newAppend());
                added.forEach(append::appendFile);
                append.commit();
            } else {
                OverwriteFiles overwrite = stamp.on(open.newOverwrite()).overwriteByRowFilter(Expressions.alwaysTrue());
                added.forEach(overwrite::addFile);
                overwrite.commit();
            }
            TableHandle.note(open, notes);
        });
    }
}
