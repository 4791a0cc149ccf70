package basin.lake.storage;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.exceptions.NotFoundException;

/// What is wrong with the disk.
final class DiskProblem {

    private DiskProblem() {}

    /// The problem behind `failure`, whose causes are searched for what the operating system said; empty where it
    /// said nothing.
    ///
    /// @param table where a problem is that concerns a single file
    static Optional<Problem> of(Throwable failure, Place table) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return Optional.of(of(io, table));
            }
            if (cause instanceof NotFoundException) {
                return Optional.of(missing(cause, table));
            }
        }
        return Optional.empty();
    }

    private static Problem of(IOException e, Place table) {
        String said = String.valueOf(
                e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota exceeded")) {
            return Problem.failed("the disk is full", Place.NOWHERE)
                    .because(DiskRefusal.reason(e))
                    .advise("make room, then try again: the lake is as it was before");
        }
        if (e instanceof NoSuchFileException) {
            return missing(e, table);
        }
        if (e instanceof AccessDeniedException || lower.contains("read-only file system")) {
            return Problem.failed("the lake's folder cannot be written", Place.NOWHERE)
                    .because(DiskRefusal.reason(e))
                    .advise("let this user read and write it");
        }
        return Problem.failed("the disk under the lake fails", Place.NOWHERE).because(DiskRefusal.reason(e));
    }

    private static Problem missing(Throwable e, Place table) {
        return Problem.failed("a file of the lake is missing", table)
                .because(e.getMessage())
                .advise("put the lake's folder back to where it was, with all its files");
    }
}
