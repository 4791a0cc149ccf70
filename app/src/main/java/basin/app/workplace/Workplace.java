package basin.app.workplace;

import basin.app.progress.Progress;
import basin.app.terminal.Surroundings;
import basin.app.terminal.Terminal;
import basin.connect.Source;
import basin.connect.known.KnownSources;
import basin.core.project.BasinSettings;
import basin.core.project.Project;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import basin.core.project.SourceType;
import basin.duck.Duck;
import basin.duck.DuckSettings;
import basin.engine.Engine;
import basin.engine.duck.DuckEngine;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSettings;
import basin.engine.workspace.duck.DuckWorkspace;
import basin.lake.Lake;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.project.Target;
import basin.run.owner.Ownership;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The project of one command, and what is opened for it. Nothing is read or opened before it is asked
/// for, and what was opened is closed in the reverse order. For the command's own thread.
public final class Workplace implements AutoCloseable {

    /// What DuckDB may write to disk while it sorts or joins more than fits into memory.
    private static final long SPILL_BYTES = 64L << 30;

    private final Surroundings surroundings;
    private final Terminal terminal;
    private final Interruption interruption;
    private final Path folder;
    private final boolean silent;
    private final boolean verbose;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable ProjectReading reading;
    private @Nullable Lake lake;
    private @Nullable Engine engine;
    private @Nullable Duck loadingDuck;

    /// @param folder  the project's folder, absolute; need not exist
    /// @param silent  whether to show results and problems only
    /// @param verbose whether the log is on the screen too
    public Workplace(
            Surroundings surroundings,
            Terminal terminal,
            Interruption interruption,
            Path folder,
            boolean silent,
            boolean verbose) {
        this.surroundings = surroundings;
        this.terminal = terminal;
        this.interruption = interruption;
        this.folder = folder;
        this.silent = silent;
        this.verbose = verbose;
    }

    /// Another project's workplace, for the same command.
    ///
    /// @return to be closed by the caller
    public Workplace in(Path other) {
        return new Workplace(surroundings, terminal, interruption, other, silent, verbose);
    }

    /// What this process was given.
    public Surroundings surroundings() {
        return surroundings;
    }

    /// The two screens.
    public Terminal terminal() {
        return terminal;
    }

    /// Tells when the work is to be given up.
    public Interruption interruption() {
        return interruption;
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

    /// Whether everything there is to say is wanted.
    public boolean isVerbose() {
        return verbose;
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

    /// All that is right of the project, and all that is wrong: for commands that one bad source must
    /// not stop.
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

    /// A source of the project, not yet connected to.
    public Source source(SourceDefinition definition) {
        return KnownSources.TYPES.stream()
                .filter(type -> type.name().equals(definition.type()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a source of an unknown type was read: " + definition.type()))
                .open(definition.name(), definition.settings());
    }

    /// The right to write to the project's tables.
    ///
    /// @param what  what it is taken for, for people: `basin sync shop`
    /// @throws ProblemException if another process has it
    public Ownership own(String what) {
        Project project = reading().project();
        return Ownership.take(project.settings().state(), LakePlace.of(project).database(), what);
    }

    /// The lake of the project. One that is not there yet is made.
    ///
    /// @throws ProblemException as [#reading()], or if the lake cannot be opened
    public Lake lake() {
        if (lake == null) {
            lake = keep(Lake.open(LakePlace.of(reading().project())));
        }
        return lake;
    }

    /// What answers SQL over the lake.
    ///
    /// @throws ProblemException as [#lake()]
    public Engine engine() {
        if (engine == null) {
            engine = keep(DuckEngine.open(lake(), duckForReading()));
        }
        return engine;
    }

    /// The lake as the database that a project's own statements run in, files of the project at hand: those in its
    /// folder and its packages, and where `basin.yml` says.
    ///
    /// @throws ProblemException as [#lake()], or if the lake cannot be called so
    public Workspace workspace(ProjectTree tree) {
        List<Path> files = new ArrayList<>(List.of(folder));
        tree.packages().values().stream().map(DbtProject::folder).forEach(files::add);
        files.addAll(reading().project().settings().files());
        Target target = tree.target();
        return keep(DuckWorkspace.open(
                lake(), new WorkspaceSettings(target.database(), target.schema(), files, duckForReading())));
    }

    /// A DuckDB instance for loading: each statement is fed by one reader and has one thread.
    public Duck loadingDuck() {
        if (loadingDuck == null) {
            loadingDuck = keep(Duck.open(duck(1)));
        }
        return loadingDuck;
    }

    /// A DuckDB instance for reading what lies in the lake: each statement has as many threads as there
    /// may be.
    public Duck readingDuck() {
        return keep(Duck.open(duckForReading()));
    }

    private DuckSettings duckForReading() {
        @Nullable Integer threads = reading().project().settings().threads();
        return duck(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }

    private DuckSettings duck(int threads) {
        BasinSettings settings = reading().project().settings();
        return new DuckSettings(settings.memory().bytes(), temp(), SPILL_BYTES, threads);
    }

    /// Where what is only needed for a while may lie on this machine.
    private Path temp() {
        return reading().project().settings().state().resolve("tmp");
    }

    /// Keeps something open for as long as the command runs.
    ///
    /// @return what was given
    public <T extends AutoCloseable> T keep(T closeable) {
        opened.push(closeable);
        interruption.awaitFinish();
        return closeable;
    }

    /// Closes all that was opened, the newest first, and then tells of the first of them that failed to.
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
