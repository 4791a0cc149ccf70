package basin.connect.postgres.snapshot;

import static basin.connect.postgres.types.BigEndian.getInt;
import static basin.connect.postgres.types.BigEndian.getShort;

import basin.connect.RejectedRow.Fault;
import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.types.Decoder;
import basin.connect.postgres.types.Unfit;
import basin.core.rows.Batch;
import basin.core.rows.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the binary form of COPY into rows.
///
/// The form: a signature, flags and an extension of the header, once; then for each row the number of its fields
/// (16 bits), and each field behind its length (32 bits), -1 for null; at the end -1 in place of the number of
/// fields. The server sends each row in a message of its own, the header together with the first.
///
/// For one reading.
final class RowDecoder {

    private static final int SIGNATURE = 11;
    private static final int HEADER = SIGNATURE + 2 * Integer.BYTES;
    private static final byte[] BEGINNING = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final List<PlannedColumn> columns;
    private final Decoder[] decoders;
    private boolean begun;

    RowDecoder(List<PlannedColumn> columns) {
        this.columns = columns;
        this.decoders = columns.stream().map(column -> column.wire().decoder()).toArray(Decoder[]::new);
    }

    /// Appends the row in a message, without ending it.
    ///
    /// @return whether there was a row in it: not in the last message
    /// @throws Faulty if some values do not fit; they are then null in the row, which is to be undone
    boolean decode(byte[] message, Batch into) throws Faulty {
        int at = begun ? 0 : begin(message);
        if (at == message.length) {
            return false;
        }
        int fields = getShort(message, at);
        if (fields == -1) {
            return false;
        }
        at += Short.BYTES;
        if (fields != decoders.length) {
            throw new IllegalStateException("a row of " + fields + " fields instead of " + decoders.length);
        }
        List<Fault> faults = null;
        Map<String, String> unfitting = null;
        for (int i = 0; i < fields; i++) {
            int length = getInt(message, at);
            at += Integer.BYTES;
            Column column = into.column(i);
            if (length < 0) {
                column.appendNull();
                continue;
            }
            try {
                decoders[i].decode(message, at, length, column);
            } catch (Unfit unfit) {
                column.appendNull();
                String name = columns.get(i).field().name();
                faults = faults == null ? new ArrayList<>() : faults;
                faults.add(new Fault(name, unfit.value(), unfit.reason(), unfit.remedy()));
                unfitting = unfitting == null ? new HashMap<>() : unfitting;
                unfitting.put(name, unfit.text());
            }
            at += length;
        }
        if (faults != null && unfitting != null) {
            throw new Faulty(faults, unfitting);
        }
        return true;
    }

    /// A row with values that do not fit.
    static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;
        private final transient Map<String, String> unfitting;

        Faulty(List<Fault> faults, Map<String, String> unfitting) {
            super("a row has values that do not fit", null, false, false);
            this.faults = faults;
            this.unfitting = unfitting;
        }

        List<Fault> faults() {
            return faults;
        }

        /// Those values as text, by column.
        Map<String, String> unfitting() {
            return unfitting;
        }
    }

    private int begin(byte[] message) {
        for (int i = 0; i < SIGNATURE; i++) {
            if (message[i] != BEGINNING[i]) {
                throw new IllegalStateException("not the binary form of COPY");
            }
        }
        begun = true;
        return HEADER + getInt(message, SIGNATURE + Integer.BYTES);
    }
}
