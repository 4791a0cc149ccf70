package basin.connect.postgres.change;

import basin.connect.RejectedRow.Fault;
import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.types.Decoder;
import basin.connect.postgres.types.Unfit;
import basin.core.rows.Batch;
import basin.core.rows.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the changes of one table into batches of its stream's changes.
///
/// A table has its columns in an order of its own, which need not be that of its stream: partitions differ.
final class ChangeWriter {

    private static final int OP = 0;
    private static final int POSITION = 1;
    private static final int COMMITTED_AT = 2;
    private static final int UNCHANGED = 3;
    private static final int BEFORE = 4;

    private final int first;
    private final int[] places;
    private final boolean[] identity;
    private final byte[][] names;
    private final Decoder[] binary;
    private final Decoder[] text;
    private final int[] key;
    private final List<String> columnNames;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> unfitting = new HashMap<>();

    /// What happened to a row.
    enum Op {
        INSERT('c'),
        UPDATE('u'),
        DELETE('d'),
        TRUNCATE('t');

        private final byte[] letter;

        Op(char letter) {
            this.letter = new byte[] {(byte) letter};
        }
    }

    /// @param relation has every column of the stream
    ChangeWriter(PlannedStream stream, LoggedRelation relation) {
        List<PlannedColumn> columns = stream.columns();
        List<String> logged =
                relation.columns().stream().map(LoggedColumn::name).toList();
        this.columnNames =
                columns.stream().map(column -> column.attribute().name()).toList();
        this.places = columnNames.stream().mapToInt(logged::indexOf).toArray();
        this.names = columns.stream()
                .map(column -> column.field().name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.binary = columns.stream().map(column -> column.wire().decoder()).toArray(Decoder[]::new);
        this.text = columns.stream().map(column -> column.wire().text()).toArray(Decoder[]::new);
        this.key = stream.stream().schema().primaryKey().stream()
                .mapToInt(columnNames::indexOf)
                .toArray();
        this.identity = new boolean[columns.size()];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = relation.identity().contains(columnNames.get(i));
        }
        this.first = key.length == 0 ? BEFORE : BEFORE + 1;
    }

    /// The number of the first of the stream's own columns.
    int first() {
        return first;
    }

    /// Whether the key of a row is another than it was.
    boolean changesKey(Tuple old, Tuple row) {
        for (int column : key) {
            if (!row.hasSame(places[column], old)) {
                return true;
            }
        }
        return false;
    }

    /// Appends a change, without ending the row.
    ///
    /// @param row the values
    /// @param old the row as it was, as far as that is known; null if nothing is
    /// @param whole whether all of the old row is known, and not its identity only
    /// @param before whether the old row's key goes into `_before`
    /// @return whether all values fit; otherwise the row is to be undone, and [#faults()] tells
    boolean write(
            Op op,
            Transaction transaction,
            Tuple row,
            @Nullable Tuple old,
            boolean whole,
            boolean before,
            Batch batch) {
        faults.clear();
        unfitting.clear();
        describe(op, transaction, batch);
        Column unchanged = batch.column(UNCHANGED);
        boolean some = false;
        for (int i = 0; i < places.length; i++) {
            Tuple source = row;
            if (row.kind(places[i]) == Tuple.UNCHANGED) {
                if (old != null && (whole || identity[i]) && old.kind(places[i]) != Tuple.UNCHANGED) {
                    source = old;
                } else {
                    unchanged.children().getFirst().appendBytes(names[i], 0, names[i].length);
                    some = true;
                }
            }
            value(i, source, batch.column(first + i));
        }
        if (some) {
            unchanged.appendParts();
        } else {
            unchanged.appendNull();
        }
        if (key.length > 0) {
            Column struct = batch.column(BEFORE);
            if (before && old != null) {
                for (int i = 0; i < key.length; i++) {
                    value(key[i], old, struct.children().get(i));
                }
                struct.appendParts();
            } else {
                struct.appendNull();
            }
        }
        return faults.isEmpty();
    }

    /// Appends that a row is gone, without ending the row, as [#write] does.
    ///
    /// @param row has the key at least
    boolean writeKey(Transaction transaction, Tuple row, Batch batch) {
        faults.clear();
        unfitting.clear();
        describe(Op.DELETE, transaction, batch);
        for (int i = UNCHANGED; i < batch.columns().size(); i++) {
            int column = i - first;
            if (column >= 0 && isKey(column)) {
                value(column, row, batch.column(i));
            } else {
                batch.column(i).appendNull();
            }
        }
        return faults.isEmpty();
    }

    private boolean isKey(int column) {
        for (int other : key) {
            if (other == column) {
                return true;
            }
        }
        return false;
    }

    /// Appends that all rows are gone, without ending the row.
    void writeTruncation(Transaction transaction, Batch batch) {
        describe(Op.TRUNCATE, transaction, batch);
        for (int i = UNCHANGED; i < batch.columns().size(); i++) {
            batch.column(i).appendNull();
        }
    }

    /// What was wrong with the last row.
    List<Fault> faults() {
        return faults;
    }

    /// The values that did not fit, as text, by column.
    Map<String, String> unfitting() {
        return unfitting;
    }

    private static void describe(Op op, Transaction transaction, Batch batch) {
        batch.column(OP).appendBytes(op.letter, 0, 1);
        batch.column(POSITION).appendBytes(transaction.position(), 0, transaction.position().length);
        batch.column(COMMITTED_AT).appendLong(transaction.committedAt());
    }

    private void value(int column, Tuple row, Column into) {
        int place = places[column];
        byte kind = row.kind(place);
        if (kind != Tuple.TEXT && kind != Tuple.BINARY) {
            into.appendNull();
            return;
        }
        try {
            Decoder decoder = kind == Tuple.BINARY ? binary[column] : text[column];
            decoder.decode(row.bytes(), row.start(place), row.length(place), into);
        } catch (Unfit unfit) {
            into.appendNull();
            String name = columnNames.get(column);
            faults.add(new Fault(name, unfit.value(), unfit.reason(), unfit.remedy()));
            unfitting.put(name, unfit.text());
        }
    }
}
