package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.disk.FullDisk;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, as the program's user meets it.
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
    /// Metadata and the rows of a small table fit, those of a big one do not.
    private static final int FOR_SMALL_FILES = 32 << 10;

    /// Less than a page of the catalog.
    private static final int FOR_NEXT_TO_NOTHING = 4 << 10;

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @TempDir
    Path folder;

    @BeforeEach
    void syncOnce() throws IOException {
        Files.createFile(folder.resolve("basin.yml"));
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: %s, sslmode: disable}
                chunk_size: 1MiB
                """.formatted(
                        database.host(), database.port(), database.name(), PostgresServer.SUPERUSER));
        database.execute(
                "create table big (id int primary key, note text not null)",
                "insert into big select n, md5(n::text) from generate_series(1, 100000) n",
                "create table small (id int primary key, name text)",
                "insert into small values (1, 'one'), (2, null)");
        assertThat(basin("sync", "shop").exitCode()).isZero();
        database.execute("update big set note = 'new' where id % 2 = 0", "insert into small values (3, 'three')");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void isOneClearMessageAndLeavesTheTableAsItWasWhileOthersArrive() throws InterruptedException {
        Typed.Seen sync = FullDisk.during(FOR_SMALL_FILES, () -> basin("sync", "shop"));

        assertThatTheDiskIsSaidToBeFull(sync);
        assertThat(answer("select count(*), count(*) filter (note = 'new') from shop.big"))
                .isEqualTo("100000,0");
        assertThat(answer("select count(*) from shop.small")).isEqualTo("3");
        assertThatTheNextSyncGoesOn();
    }

    @Test
    void isOneClearMessageAndLeavesTheLakeAsItWasWhereNothingFitsAnyMore() throws InterruptedException {
        Typed.Seen sync = FullDisk.during(FOR_NEXT_TO_NOTHING, () -> basin("sync", "shop"));

        assertThatTheDiskIsSaidToBeFull(sync);
        assertThat(answer("select count(*), count(*) filter (note = 'new') from shop.big"))
                .isEqualTo("100000,0");
        assertThat(answer("select count(*) from shop.small")).isEqualTo("2");
        assertThatTheNextSyncGoesOn();
    }

    private static void assertThatTheDiskIsSaidToBeFull(Typed.Seen sync) {
        assertThat(sync.exitCode()).as(sync.out() + sync.err()).isEqualTo(1);
        assertThat(sync.err())
                .containsOnlyOnce("basin: the disk is full\n    why: ")
                .containsOnlyOnce("No space left on device")
                .containsOnlyOnce("    fix: make room")
                .doesNotContain("\tat ", "{");
    }

    private void assertThatTheNextSyncGoesOn() {
        assertThat(basin("sync", "shop").exitCode()).isZero();

        assertThat(answer("select count(*), count(*) filter (note = 'new') from shop.big"))
                .isEqualTo("100000,50000");
        assertThat(answer("select count(*) from shop.small")).isEqualTo("3");
        assertThat(basin("verify", "shop").exitCode()).isZero();
    }

    private Typed.Seen basin(String... words) {
        return new Typed(folder).basin(words);
    }

    /// The first row, as CSV.
    private String answer(String sql) {
        return basin("sql", "--format", "csv", sql).out().lines().toList().get(1);
    }
}
