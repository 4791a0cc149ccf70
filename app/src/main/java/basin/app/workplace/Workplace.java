package basin.app.workplace;

import basin.app.progress.Progress;
import basin.app.terminal.Surroundings;
import basin.app.terminal.Terminal;
import basin.connect.known.KnownSources;
import basin.core.project.Project;
import basin.core.project.ProjectReading;
import basin.core.project.SourceType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The project of one command, and what is opened for it. Nothing is read or opened before it is asked for, and
/// what was opened is closed in the reverse order. For the command's own thread.
public final class Workplace implements AutoCloseable {

    private final Surroundings surroundings;
    private final Terminal terminal;
    private final Path folder;
    private final boolean silent;
    private final boolean verbose;
    private @Nullable ProjectReading reading;

    /// @param folder  the project's folder, absolute; need not exist
    /// @param silent  whether to show results and problems only
    /// @param verbose whether the log is on the screen too
    public Workplace(Surroundings surroundings, Terminal terminal, Path folder, boolean silent, boolean verbose) {
        this.surroundings = surroundings;
        this.terminal = terminal;
        this.folder = folder;
        this.silent = silent;
        this.verbose = verbose;
    }

    /// What this process was given.
    public Surroundings surroundings() {
        return surroundings;
    }

    /// The two screens.
    public Terminal terminal() {
        return terminal;
    }

    /// The project's folder, absolute; need not exist.
    public Path folder() {
        return folder;
    }

    /// `path` as somebody typed it, absolute.
    public Path resolve(Path path) {
        return surroundings.folder().resolve(path).normalize();
    }

    /// Whether remarks, such as times and next steps, are unwelcome.
    public boolean isSilent() {
        return silent;
    }

    /// A new display of progress; the caller closes it before it shows results.
    public Progress progress() {
        if (silent) {
            return Progress.silent();
        }
        // A log and bars that are drawn over would tear each other apart.
        return verbose
                ? Progress.inLines(terminal.err(), surroundings.nanos())
                : Progress.on(terminal.err(), surroundings.nanos());
    }

    /// The project, if nothing at all is wrong with it.
    ///
    /// @throws ProblemException with every mistake in it
    public Project project() {
        return reading().sound();
    }

    /// All that is right of the project, and all that is wrong: for commands that one bad source must not stop.
    ///
    /// @throws ProblemException if the folder is no project, or `basin.yml` is wrong
    public ProjectReading reading() {
        if (reading == null) {
            reading = ProjectReading.of(folder, sourceTypes(), surroundings.environment());
        }
        return reading;
    }

    /// The kinds of sources there are.
    public List<SourceType> sourceTypes() {
        return KnownSources.TYPES.stream()
                .map(type -> new SourceType(type.name(), type.settings()))
                .toList();
    }

    @Override
    public void close() {}
}
