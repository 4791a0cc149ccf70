package basin.lake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// A file of this machine, to be written. Only one of many writers succeeds in creating it. A writer
/// that dies leaves a file behind that nothing names.
///
/// @param location exactly the text under which it was asked for
/// @param folder   tells where that is
/// @param unforced is told of the file when it is closed
record LocalOutput(String location, LakeFolder folder, Unforced unforced) implements OutputFile {

    @Override
    public PositionOutputStream create() {
        try {
            return open(StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new AlreadyExistsException(e, "File already exists: %s", location);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + location, e);
        }
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
        try {
            return open(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + location, e);
        }
    }

    @Override
    public InputFile toInputFile() {
        return new LocalInput(location, folder);
    }

    private PositionOutputStream open(OpenOption... how) throws IOException {
        Path path = folder.path(location);
        unforced.createFolder(Objects.requireNonNull(path.getParent()));
        OpenOption[] options = new OpenOption[how.length + 1];
        System.arraycopy(how, 0, options, 0, how.length);
        options[how.length] = StandardOpenOption.WRITE;
        return new Writing(FileChannel.open(path, options), path, unforced);
    }

    /// One writer. For one thread.
    private static final class Writing extends PositionOutputStream {
        private static final int BUFFER_BYTES = 64 * 1024;

        private final FileChannel channel;
        private final Path path;
        private final Unforced unforced;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        private long position;

        Writing(FileChannel channel, Path path, Unforced unforced) {
            this.channel = channel;
            this.path = path;
            this.unforced = unforced;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            if (!buffer.hasRemaining()) {
                drain();
            }
            buffer.put((byte) value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (!buffer.hasRemaining()) {
                    drain();
                }
                int part = Math.min(buffer.remaining(), length - done);
                buffer.put(bytes, offset + done, part);
                done += part;
            }
            position += length;
        }

        /// Does nothing: what is written counts once it is closed.
        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            if (!channel.isOpen()) {
                return;
            }
            try (channel) {
                drain();
            }
            unforced.written(path);
        }

        private void drain() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }
    }
}
