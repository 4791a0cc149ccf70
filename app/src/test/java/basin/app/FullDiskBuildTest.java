package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.disk.FullDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A build that meets a full disk, as its user sees it.
@EnabledOnOs(OS.LINUX)
final class FullDiskBuildTest {
    /// Metadata and the rows of small tables fit, those of big ones do not.
    private static final int FOR_SMALL_FILES = 64 << 10;

    /// Less than a page of the catalog.
    private static final int FOR_NEXT_TO_NOTHING = 2 << 10;

    private static final String BIG = """
            {{ config(%s) }}
            select i as id, {{ var('build', 1) }} as build, md5(i::varchar || '{{ var('build', 1) }}') as note
            from range(100000) as r(i)
            """;

    @TempDir
    Path folder;

    private HatProject hats;

    @BeforeEach
    void buildOnce() {
        hats = HatProject.in(folder);
        hats.write("models/replaced.sql", BIG.formatted("materialized='table'"));
        hats.write("models/merged.sql", BIG.formatted("materialized='incremental', unique_key='id'"));
        hats.write("models/after.sql", "select max(build) as build from {{ ref('replaced') }}");
        assertThat(basin("build").exitCode()).isZero();
    }

    @Test
    void leavesTheTablesAsTheyWereAndRetryDoesTheRest() throws InterruptedException {
        Typed.Seen build = FullDisk.during(FOR_SMALL_FILES, () -> basin("run", "--vars", "{build: 2, rate: 2}"));

        assertThatTheDiskIsSaidToBeFull(build);
        assertThat(build.err()).contains("OK created table main.hats_sold", "SKIP view main.after");
        assertThat(builds()).isEqualTo("1,1,100000,100000");

        Typed.Seen retry = basin("retry");

        assertThat(retry.exitCode()).as(retry.err()).isZero();
        assertThat(retry.out()).startsWith("✔ 3 steps ").endsWith(": 3 done\n");
        assertThat(builds()).isEqualTo("2,2,100000,100000");
    }

    @Test
    void leavesTheTablesAsTheyWereWhereNothingFitsAnyMore() throws InterruptedException {
        Typed.Seen build = FullDisk.during(FOR_NEXT_TO_NOTHING, () -> basin("run", "--vars", "{build: 2, rate: 2}"));

        assertThatTheDiskIsSaidToBeFull(build);
        assertThat(builds()).isEqualTo("1,1,100000,100000");

        assertThat(basin("run", "--vars", "{build: 2, rate: 2}").exitCode()).isZero();
        assertThat(builds()).isEqualTo("2,2,100000,100000");
    }

    private static void assertThatTheDiskIsSaidToBeFull(Typed.Seen build) {
        assertThat(build.exitCode()).as(build.out() + build.err()).isEqualTo(1);
        assertThat(build.err())
                .contains("the disk is full", "    fix: make room")
                .doesNotContain("\tat ", "IOException");
    }

    private Typed.Seen basin(String... words) {
        return new Typed(folder).basin(words);
    }

    private String builds() {
        return hats.ask("select (select max(build) from main.replaced), (select max(build) from main.merged),"
                + " (select count(*) from main.replaced), (select count(*) from main.merged)");
    }
}
