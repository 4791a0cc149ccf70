package basin.model.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks the files of a `.tar.gz` (POSIX.1-2001 with long names by PAX or GNU headers). Links and devices are left
/// out.
final class TarReader {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    private TarReader() {}

    /// Unpacks an archive into a folder, without the outermost folder of the archive.
    ///
    /// @throws IOException if it is no such archive, or names a file outside of the folder
    static void unpack(byte[] archive, Path folder) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            byte[] header = new byte[BLOCK];
            String longName = null;
            while (readHeader(in, header)) {
                long size = octal(header, SIZE_AT, SIZE);
                char type = (char) header[TYPE_AT];
                if (type == 'x' || type == 'L') {
                    String content = new String(content(in, size), UTF_8);
                    longName = type == 'x'
                            ? paxPath(content, longName)
                            : text(content.getBytes(UTF_8), 0, content.length());
                    continue;
                }
                String name = longName != null ? longName : name(header);
                longName = null;
                byte[] content = content(in, size);
                if (type == '0' || type == 0) {
                    write(folder, name, content);
                }
            }
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        int slash = name.indexOf('/');
        Path file = folder.resolve(name.substring(slash + 1)).normalize();
        if (slash < 0 || !file.startsWith(folder)) {
            throw new IOException("the archive holds the file '" + name + "', which lies outside of it");
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }

    /// False at the end of the archive, which is a block of zeros.
    private static boolean readHeader(DataInputStream in, byte[] header) throws IOException {
        try {
            in.readFully(header);
        } catch (EOFException _) {
            return false;
        }
        return header[0] != 0;
    }

    /// Content fills up whole blocks.
    private static byte[] content(DataInputStream in, long size) throws IOException {
        byte[] content = new byte[Math.toIntExact(size)];
        in.readFully(content);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, NAME);
        String prefix = text(header, PREFIX_AT, PREFIX);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /// A PAX header is lines of `length key=value`.
    private static @Nullable String paxPath(String header, @Nullable String otherwise) {
        return header.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, UTF_8);
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive", e);
        }
    }
}
