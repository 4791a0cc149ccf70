package basin.lake.scan;

import basin.lake.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.RangeReadable;
import org.apache.iceberg.io.SeekableInputStream;

/// The rows of one data file that later commits deleted.
///
/// @param file    the data file
/// @param deletes one deletion vector, or any number of position delete files; never none
public record DeletedRows(DataFile file, List<DeleteFile> deletes) {

    public DeletedRows {
        deletes = List.copyOf(deletes);
    }

    /// Whether the rows stand in a deletion vector (format version 3).
    public boolean inVector() {
        return deletes.getFirst().format() == FileFormat.PUFFIN;
    }

    /// Reads the deletion vector.
    ///
    /// @throws UncheckedIOException where it cannot be read
    public PositionDeleteIndex vector(Storage storage) {
        DeleteFile vector = deletes.getFirst();
        long offset = Objects.requireNonNull(vector.contentOffset(), "a deletion vector lies somewhere in its file");
        byte[] bytes = new byte
                [Math.toIntExact(
                        Objects.requireNonNull(vector.contentSizeInBytes(), "a deletion vector has a length"))];
        try (SeekableInputStream stream = storage.files().newInputFile(vector).newStream()) {
            if (stream instanceof RangeReadable ranges) {
                ranges.readFully(offset, bytes);
            } else {
                stream.seek(offset);
                stream.readNBytes(bytes, 0, bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + vector.location(), e);
        }
        return PositionDeleteIndex.deserialize(bytes, vector);
    }

    /// The deletion vector as DuckDB's BIT reads it: one bit per row of the file, the first row first, 1 where it
    /// is deleted.
    byte[] bits(Storage storage) {
        byte[] bits = new byte[Math.toIntExact((file.recordCount() + Byte.SIZE - 1) / Byte.SIZE)];
        vector(storage).forEach(row -> bits[(int) (row / Byte.SIZE)] |= (byte) (0x80 >> (row % Byte.SIZE)));
        return bits;
    }
}
