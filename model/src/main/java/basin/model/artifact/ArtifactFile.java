package basin.model.artifact;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Writes artifacts to a folder, and reads them from it.
public final class ArtifactFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ArtifactFile() {}

    /// Writes an artifact. Whoever reads it meanwhile sees the former one, or all of the new one.
    ///
    /// @throws ProblemException if it cannot be written
    public static void write(Path file, ObjectNode artifact) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path unfinished = file.resolveSibling("." + file.getFileName() + ".next");
            try {
                MAPPER.writeValue(unfinished.toFile(), artifact);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the file cannot be written", new Place.InFile(file))
                            .because(DiskRefusal.reason(e)),
                    e);
        }
    }

    /// Reads an artifact, or returns null if it is not there.
    ///
    /// @throws ProblemException if it cannot be read
    public static @Nullable JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.wrong("the file is no JSON that can be read", new Place.InFile(file))
                            .advise("let the command that left it write it again"),
                    e);
        }
    }
}
