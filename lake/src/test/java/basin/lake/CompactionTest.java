package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.Position;
import basin.lake.scan.Predicate;
import basin.lake.scan.TableScan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Few files of many, while the rows stay what they are.
class CompactionTest {
    private static final Schema SCHEMA = new Schema(
            List.of(Field.required("id", Type.Primitive.INT), Field.optional("value", Type.Primitive.STRING)),
            List.of("id"));

    @TempDir
    Path folder;

    private Lake lake;
    private Workbench bench;

    @BeforeEach
    void open() {
        lake = Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
        bench = new Workbench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
        lake.close();
    }

    @Test
    void rowsKeepTheirIdsAndTheCommitThatChangedThemThroughEveryCompaction() {
        LakeTable table = Workbench.create(lake, "orders", SCHEMA);
        for (int commit = 0; commit < 40; commit++) {
            merge(table, commit);
            List<String> before = lineage(table);

            table.compact(bench.connection());

            assertThat(lineage(table)).isEqualTo(before);
            assertThat(lineage(lake.table(table.name()))).isEqualTo(before);
            assertThat(table.position()).contains(new Position("commit " + commit));
        }
        assertThat(lineage(table)).hasSize(52);
        assertThat(files(table)).isLessThanOrEqualTo(18);
    }

    @Test
    void aFileOfWhichHalfIsDeletedIsWrittenAnew() {
        LakeTable table = Workbench.create(lake, "orders", SCHEMA);
        String rows =
                "select range::integer as id, md5(range::varchar) || md5((range + 1)::varchar) as \"value\" from range(5000)";
        table.append(bench.files(table, rows), null);
        assertThat(table.compact(bench.connection())).isZero();
        table.merge(
                List.of(),
                bench.files(table, "select id, \"value\" from (" + rows + ") where id % 3 > 0"),
                List.of("id"),
                null,
                bench.connection());
        List<String> left = bench.rows(table);

        table.compact(bench.connection());

        assertThat(bench.rows(table)).isEqualTo(left).hasSize(1667);
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            assertThat(scan.tasks()).singleElement().satisfies(task -> {
                assertThat(task.deletes()).isEmpty();
                assertThat(task.file().recordCount()).isEqualTo(1667);
            });
        }
    }

    @Test
    void smallFilesBecomeLargerOnesTierByTier() {
        List<CompactionPlan.Candidate> some =
                candidates(LongStream.generate(() -> 1_000).limit(15));
        assertThat(CompactionPlan.of(some)).isEmpty();
        assertThat(CompactionPlan.of(candidates(LongStream.generate(() -> 1_000).limit(16))))
                .hasValueSatisfying(chosen -> assertThat(chosen).hasSize(16));
        assertThat(CompactionPlan.of(candidates(LongStream.concat(
                        LongStream.generate(() -> 100_000).limit(16), LongStream.of(1_000, 5_000_000, 200 << 20)))))
                .hasValueSatisfying(chosen -> assertThat(chosen)
                        .extracting(CompactionPlan.Candidate::bytes)
                        .hasSize(17)
                        .contains(1_000L)
                        .doesNotContain(5_000_000L));
    }

    @Test
    void whatIsCommittedEachSecondIsRememberedByTheMinuteAndLaterByTheHour() {
        LakeTable table = Workbench.create(lake, "orders", SCHEMA);
        for (int commit = 0; commit < 8; commit++) {
            merge(table, commit);
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(30));

        table.upkeep(UpkeepPolicy.FOLLOWED, later);
        table.upkeep(UpkeepPolicy.FOLLOWED, Clock.offset(later, Duration.ofMinutes(2)));

        // All of them within a minute, or around the end of one.
        assertThat(table.snapshots()).hasSizeBetween(1, 2);
        assertThat(bench.rows(table)).hasSize(20);
    }

    /// Replaces a few rows, and adds some.
    private void merge(LakeTable table, int commit) {
        table.merge(
                bench.files(
                        table,
                        "select (range + " + commit + ")::integer as id, 'of ' || " + commit
                                + " as \"value\" from range(13)"),
                List.of("id"),
                new Position("commit " + commit),
                bench.connection());
    }

    private List<String> lineage(LakeTable table) {
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            scan.prepare(bench.connection());
            List<String> rows = bench.fetch("SELECT * FROM (" + scan.sqlWithLineage() + ") ORDER BY ALL");
            assertThat(rows).noneMatch(row -> row.endsWith("null"));
            return rows;
        }
    }

    private static int files(LakeTable table) {
        try (TableScan scan = table.scan(AsOf.LATEST, Predicate.ANY)) {
            return scan.files();
        }
    }

    private static List<CompactionPlan.Candidate> candidates(LongStream bytes) {
        long[] sizes = bytes.toArray();
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> new CompactionPlan.Candidate(i, sizes[i], 100, 0))
                .toList();
    }
}
