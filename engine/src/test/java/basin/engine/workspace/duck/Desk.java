package basin.engine.workspace.duck;

import basin.core.rows.Batch;
import basin.core.rows.Column;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.duck.DuckSettings;
import basin.engine.QueryOptions;
import basin.engine.workspace.WorkspaceSession;
import basin.engine.workspace.WorkspaceSettings;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A lake in a folder, a workspace over it in which it is called `jaffle`, and a session.
final class Desk implements AutoCloseable {

    private final Path folder;
    final Lake lake;
    final DuckWorkspace workspace;
    final WorkspaceSession session;

    /// @param folder made if it is not there; a lake that is in it is opened
    Desk(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("project"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lake = Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
        this.workspace = DuckWorkspace.open(
                lake,
                new WorkspaceSettings(
                        "jaffle",
                        "main",
                        List.of(folder.resolve("project")),
                        new DuckSettings(512 << 20, folder.resolve("spill"), 1 << 30, 2)));
        this.session = workspace.session(QueryOptions.usual());
    }

    /// The project's folder.
    Path project() {
        return folder.resolve("project");
    }

    /// The files of the lake whose names end so.
    List<String> files(String ending) {
        Path root = folder.resolve("lake");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line with the names of the columns, and one for each row.
    List<String> lines(String script) {
        return lines(session, script);
    }

    static List<String> lines(WorkspaceSession session, String script) {
        try (Rows rows = session.query(script)) {
            List<String> lines = new ArrayList<>();
            lines.add(rows.schema().fields().stream().map(Field::name).collect(Collectors.joining(" | ")));
            boolean more = true;
            while (more) {
                more = add(rows.next(), lines);
            }
            return lines;
        }
    }

    /// The rows of a query, without their names.
    List<String> rows(String script) {
        List<String> lines = lines(script);
        return lines.subList(1, lines.size());
    }

    static TableName table(String name) {
        return new TableName("main", name);
    }

    @Override
    public void close() {
        session.close();
        workspace.close();
        lake.close();
    }

    private static boolean add(@Nullable Batch batch, List<String> lines) {
        try (batch) {
            for (int i = 0; batch != null && i < batch.size(); i++) {
                int row = i;
                lines.add(batch.columns().stream()
                        .map(column -> text(column, row))
                        .collect(Collectors.joining(" | ")));
            }
            return batch != null;
        }
    }

    private static String text(Column column, int row) {
        Object value = column.get(row);
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
