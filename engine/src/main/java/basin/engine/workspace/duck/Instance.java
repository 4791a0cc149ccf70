package basin.engine.workspace.duck;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.engine.duck.Confinement;
import basin.engine.workspace.WorkspaceSettings;
import basin.lake.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A workspace's instance of DuckDB, with the mirror of the lake in it. It is started when something
/// first asks for it: what a lake holds can be said without it, so whoever finds that nothing is to be
/// done never waits for it.
///
/// For any thread.
final class Instance implements AutoCloseable {

    private final Lake lake;
    private final RelationList relations;
    private final WorkspaceSettings settings;
    private final Readers readers;
    private @Nullable Running running;
    private boolean closed;

    Instance(Lake lake, RelationList relations, WorkspaceSettings settings, Readers readers) {
        this.lake = lake;
        this.relations = relations;
        this.settings = settings;
        this.readers = readers;
    }

    /// A connection of its own for a session.
    DuckConnection connect() {
        return running().duck().connect();
    }

    Mirror mirror() {
        return running().mirror();
    }

    /// Tells the mirror something that it finds out by itself when it is made later.
    synchronized void tell(Consumer<Mirror> what) {
        if (running != null) {
            what.accept(running.mirror());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.mirror().close();
            running.duck().close();
            running = null;
        }
    }

    private synchronized Running running() {
        if (closed) {
            throw new IllegalStateException("the workspace is closed");
        }
        if (running == null) {
            running = start();
        }
        return running;
    }

    private Running start() {
        Duck duck = Duck.open(settings.duck());
        try {
            List<Path> folders = new ArrayList<>(settings.files());
            folders.add(lake.folder());
            folders.add(settings.duck().temp());
            Confinement.ofStatements(duck, folders);
            Mirror mirror = new Mirror(lake, relations, duck, settings.database(), readers);
            mirror.makeSchema(settings.schema());
            return new Running(duck, mirror);
        } catch (RuntimeException | Error e) {
            duck.close();
            throw e;
        }
    }

    private record Running(Duck duck, Mirror mirror) {}
}
