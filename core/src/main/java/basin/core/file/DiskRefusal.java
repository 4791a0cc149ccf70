package basin.core.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why the operating system did not do something with a file. The only place that puts this into words, so that nobody
/// is shown the name of an exception.
public final class DiskRefusal {

    private DiskRefusal() {}

    /// The reason as half a sentence, with the file where the system names it: `there is no '/exports'`.
    public static String reason(IOException e) {
        String file = e instanceof FileSystemException refused ? refused.getFile() : null;
        return switch (e) {
            case NoSuchFileException _ -> "there is no " + named(file);
            case FileNotFoundException _ -> String.valueOf(e.getMessage());
            case AccessDeniedException _ -> "this user has no right to " + named(file);
            case NotDirectoryException _ -> named(file) + " is no folder";
            case DirectoryNotEmptyException _ -> "the folder " + named(file) + " is not empty";
            case FileAlreadyExistsException _ -> named(file) + " is there already, and is no folder";
            case FileSystemLoopException _ -> "the links of " + named(file) + " go round in a circle";
            case FileSystemException refused -> words(refused.getReason()) + (file == null ? "" : ": " + named(file));
            default -> words(e.getMessage());
        };
    }

    private static String named(@Nullable String file) {
        return file == null ? "such file" : "'" + file + "'";
    }

    /// What the system says by itself (`strerror`), in our words where it says it often.
    private static String words(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return "the operating system does not say why";
        }
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "is a directory" -> "it is a folder, not a file";
            case "not a directory" -> "a part of the path is a file, not a folder";
            case "no space left on device" -> "the disk is full";
            case "read-only file system" -> "the disk cannot be written to";
            case "permission denied" -> "this user has no right to it";
            default -> said.strip();
        };
    }
}
