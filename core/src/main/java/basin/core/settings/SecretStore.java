package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where `${secret:NAME}` is looked up: the environment variable `BASIN_SECRET_<NAME>`, then the file
/// `.basin/secrets/<name>` in the project folder, which nobody but its owner may read.
public final class SecretStore {
    private static final Path FOLDER = Path.of(".basin", "secrets");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Environment environment;
    private final Path folder;

    /// @param folder the project folder
    public SecretStore(Environment environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /// Whether a secret may be called so: letters, digits, `_` and `-`.
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The environment variable that is looked at first: `pos_7` is `BASIN_SECRET_POS_7`.
    public static String variable(String name) {
        return "BASIN_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// The file that is looked at next, relative to the project folder.
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /// The secret, without the line break at a file's end; null if there is none.
    ///
    /// @throws ProblemException if others than its owner may read the file, or nobody can
    @Nullable
    String find(String name) {
        String variable = environment.get(variable(name));
        if (variable != null) {
            return variable;
        }
        Path file = folder.resolve(file(name));
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Place place = new Place.InFile(file(name));
        try {
            if (!isPrivate(file)) {
                throw new ProblemException(Problem.wrong("the secret can be read by others than its owner", place)
                        .advise("chmod 600 " + file(name)));
            }
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.wrong("the secret cannot be read", place)
                            .because(e.getClass().getSimpleName()),
                    e);
        }
    }

    /// Where the file system knows no such permissions, it decides by its own means.
    private static boolean isPrivate(Path file) throws IOException {
        return !Files.getFileStore(file).supportsFileAttributeView("posix")
                || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }
}
