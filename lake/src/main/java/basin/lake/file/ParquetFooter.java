package basin.lake.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/// What stands at the end of a Parquet file: its schema and, per row group and column, sizes and statistics. See
/// "File format" in the Parquet specification: the metadata, its length in four bytes, and `PAR1`.
///
/// @param bytes the length of the file
record ParquetFooter(ParquetMetadata metadata, long bytes) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    /// Reads the footer.
    ///
    /// @throws NotParquet where the file is something else, or its end is missing
    /// @throws IOException where it cannot be read
    static ParquetFooter read(Path file) throws IOException, NotParquet {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long bytes = channel.size();
            if (bytes < MAGIC.length + TAIL_BYTES) {
                throw new NotParquet("it has " + bytes + " bytes");
            }
            byte[] tail = read(channel, bytes - TAIL_BYTES, TAIL_BYTES);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (!Arrays.equals(tail, Integer.BYTES, TAIL_BYTES, MAGIC, 0, MAGIC.length)) {
                throw new NotParquet("it does not end in PAR1");
            }
            if (length < 0 || length > bytes - TAIL_BYTES - MAGIC.length) {
                throw new NotParquet("its footer cannot have " + length + " bytes");
            }
            return new ParquetFooter(parse(read(channel, bytes - TAIL_BYTES - length, length)), bytes);
        }
    }

    private static ParquetMetadata parse(byte[] footer) throws NotParquet {
        try {
            return new ParquetMetadataConverter()
                    .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(footer)));
        } catch (IOException | RuntimeException e) {
            throw new NotParquet("its footer makes no sense: " + e.getMessage());
        }
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes;
    }

    /// A file is not what it should be; the message says why.
    static final class NotParquet extends Exception {
        private static final long serialVersionUID = 1L;

        NotParquet(String why) {
            super(why);
        }
    }
}
