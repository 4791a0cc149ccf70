package basin.lake.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.RangeReadable;
import org.apache.iceberg.io.SeekableInputStream;

/// A file of this machine, to be read.
///
/// @param location exactly the text under which it was asked for
/// @param folder   tells where that is
record LocalInput(String location, LakeFolder folder) implements InputFile {

    @Override
    public long getLength() {
        try {
            return Files.size(folder.path(location));
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e, "File does not exist: %s", location);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + location, e);
        }
    }

    @Override
    public SeekableInputStream newStream() {
        try {
            return new Reading(FileChannel.open(folder.path(location), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e, "File does not exist: %s", location);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + location, e);
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(folder.path(location));
    }

    /// One reader's place in the file. For one thread, save for the reading of ranges.
    private static final class Reading extends SeekableInputStream implements RangeReadable {
        private final FileChannel channel;

        Reading(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(into, offset, length));
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                    throw new EOFException("file ends before byte " + (position + length));
                }
            }
        }

        @Override
        public int readTail(byte[] into, int offset, int length) throws IOException {
            long size = channel.size();
            int tail = (int) Math.min(size, length);
            readFully(size - tail, into, offset, tail);
            return tail;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
