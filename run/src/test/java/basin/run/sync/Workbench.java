package basin.run.sync;

import basin.connect.Source;
import basin.connect.known.KnownSources;
import basin.core.project.ProjectReading;
import basin.core.project.SourceDefinition;
import basin.core.project.SourceType;
import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.engine.Engine;
import basin.engine.QueryOptions;
import basin.engine.duck.DuckEngine;
import basin.lake.LakeTable;
import basin.run.fixture.ShopLake;
import basin.run.fixture.Unheard;
import basin.run.replicate.CatchUp;
import basin.run.replicate.FollowedSource;
import basin.run.verify.Verify;
import basin.run.verify.VerifyReport;
import basin.testkit.postgres.PostgresDatabase;
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

    final PostgresDatabase database;
    private final Path folder;
    private final ShopLake shop;
    private final Engine engine;
    private String more = "mode: full";

    Workbench(Path folder) {
        this.folder = folder;
        this.shop = ShopLake.in(folder);
        this.database = shop.database();
        this.engine = DuckEngine.open(shop.lake(), shop.settings());
    }

    /// What the source's file says besides how to reach the database.
    Workbench with(String lines) {
        more = lines;
        return this;
    }

    SyncReport sync() {
        return sync(new Unheard());
    }

    SyncReport sync(SyncListener listener) {
        return shop.sync("shop", source(), listener, false);
    }

    SyncReport syncAfresh() {
        return syncAfresh(new Unheard());
    }

    SyncReport syncAfresh(SyncListener listener) {
        return shop.sync("shop", source(), listener, true);
    }

    /// Syncs a source whose changes are followed.
    SyncReport follow() {
        return CatchUp.run(followed(), false, new Unheard());
    }

    SyncReport followAfresh() {
        return CatchUp.run(followed(), true, new Unheard());
    }

    /// The proof that the lake holds what the source holds.
    VerifyReport verify() {
        return new Verify(shop.lake(), shop.duck(), new Unheard(), Clock.systemUTC())
                .run("shop", source(), List.of(), 10);
    }

    /// A table of the lake as it is now.
    Optional<LakeTable> table(String schema, String name) {
        return shop.table(schema, name);
    }

    /// The folder with the files of a table that is there.
    Path folder(String schema, String name) {
        return shop.table(schema, name).orElseThrow().staging().resolveSibling("");
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
        return shop.sync(name, source(), new Unheard(), false);
    }

    private FollowedSource followed() {
        return FollowedSource.of("shop", source(), shop.lake(), shop.duck(), Clock.systemUTC())
                .orElseThrow();
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
        shop.close();
    }
}
