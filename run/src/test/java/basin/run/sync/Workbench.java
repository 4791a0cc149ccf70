package basin.run.sync;

import basin.connect.Discovery;
import basin.connect.Source;
import basin.connect.known.KnownSources;
import basin.core.problem.Problem;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import basin.core.project.SourceType;
import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.stream.TableName;
import basin.duck.Duck;
import basin.duck.DuckSettings;
import basin.engine.Engine;
import basin.engine.QueryOptions;
import basin.engine.duck.DuckEngine;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.lake.LakeTable;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A project with one source `shop`, its database, and its lake, all real.
final class Workbench implements AutoCloseable {

    final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final Path folder;
    private final Lake lake;
    private final Duck duck;
    private final Engine engine;
    private String more = "mode: full";

    Workbench(Path folder) {
        this.folder = folder;
        Path files = folder.resolve("lake");
        DuckSettings settings = new DuckSettings(256L << 20, folder.resolve("tmp"), 1L << 30, 1);
        this.lake = Lake.open(LakeSettings.local(files, folder.resolve("system.db")));
        this.duck = Duck.open(settings);
        this.engine = DuckEngine.open(lake, settings);
    }

    /// What the source's file says besides how to reach the database.
    Workbench with(String lines) {
        more = lines;
        return this;
    }

    SyncReport sync() {
        return sync(new Quiet());
    }

    SyncReport sync(SyncListener listener) {
        return new Sync(lake, duck, listener, Clock.systemUTC()).run("shop", source(), false);
    }

    SyncReport syncAfresh() {
        return syncAfresh(new Quiet());
    }

    SyncReport syncAfresh(SyncListener listener) {
        return new Sync(lake, duck, listener, Clock.systemUTC()).run("shop", source(), true);
    }

    /// A table of the lake as it is now.
    Optional<LakeTable> table(String schema, String name) {
        return lake.find(new TableName(schema, name));
    }

    /// The folder with the files of a table that is there.
    Path folder(String schema, String name) {
        return lake.table(new TableName(schema, name)).staging().resolveSibling("");
    }

    /// The rows of an answer, each as its values with a comma between them; null is `null`.
    List<String> ask(String sql) {
        List<String> lines = new ArrayList<>();
        try (Rows rows = engine.query(sql, QueryOptions.usual())) {
            for (Batch next = rows.next(); next != null; next = rows.next()) {
                try (Batch batch = next) {
                    for (int i = 0; i < batch.size(); i++) {
                        int row = i;
                        lines.add(batch.columns().stream()
                                .map(column -> String.valueOf(column.get(row)))
                                .collect(Collectors.joining(",")));
                    }
                }
            }
        }
        return lines;
    }

    /// Syncs the same database as a source of another name.
    SyncReport syncAs(String name) {
        return new Sync(lake, duck, new Quiet(), Clock.systemUTC()).run(name, source(), false);
    }

    private Source source() {
        try {
            Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("shop.yml"), """
                    name: shop
                    type: postgres
                    connection: {host: %s, port: %d, database: %s, user: postgres, password: none}
                    tables: [public.*]
                    chunk_size: 1MiB
                    %s
                    """.formatted(
                            database.host(), database.port(), database.name(), more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SourceType> types = KnownSources.TYPES.stream()
                .map(type -> new SourceType(type.name(), type.settings()))
                .toList();
        SourceDefinition definition = ProjectReading.of(folder, types, Map.of()).source("shop");
        return KnownSources.TYPES.getFirst().open("shop", definition.settings());
    }

    @Override
    public void close() {
        engine.close();
        duck.close();
        lake.close();
        database.close();
    }

    /// Hears nothing.
    static class Quiet implements SyncListener {
        @Override
        public void planned(String stream, long rows, long bytes) {}

        @Override
        public void skipped(Discovery.Skipped skipped) {}

        @Override
        public void resumed(String stream, long rows, long bytes) {}

        @Override
        public void read(String stream, long rows, long bytes) {}

        @Override
        public void landed(StreamReport report) {}

        @Override
        public void failed(String stream, Problem problem) {}
    }
}
