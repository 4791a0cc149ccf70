package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.core.stream.ChunkReceipt;
import basin.core.stream.Position;
import basin.lake.FailingStorage.Failpoint;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalStorage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Wherever a disk becomes full, the lake is as it was, and as it should be once there is room again.
class FullDiskTest {
    private static final Schema SCHEMA = Schema.of(Field.optional("id", Type.Primitive.INT));
    private static final Position FIRST = new Position("first");
    private static final Position SECOND = new Position("second");
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));

    @TempDir
    Path folder;

    private FailingStorage storage;
    private Lake lake;
    private Workbench bench;

    @BeforeEach
    void open() {
        LakeSettings settings = LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
        storage = new FailingStorage(new LocalStorage(LakeFolder.at(settings.warehouse())));
        lake = Lake.open(settings, _ -> storage);
        bench = new Workbench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
        lake.close();
    }

    @ParameterizedTest
    @EnumSource(names = "VECTORS", mode = EnumSource.Mode.EXCLUDE)
    void anAppendIsAllOrNothing(Failpoint point) {
        LakeTable table = table();

        storage.failAt(point);
        assertThatTheDiskIsFull(() -> table.append(bench.files(table, "select 2::integer id"), SECOND));
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("1");
        assertThat(lake.table(table.name()).position()).contains(FIRST);

        storage.failAt(null);
        LakeTable again = lake.table(table.name());
        again.append(bench.files(again, "select 2::integer id"), SECOND);
        assertThat(bench.rows(again)).containsExactly("1", "2");
        assertThatUpkeepLeavesOnlyWhatIsNamed(again, 2);
    }

    @ParameterizedTest
    @EnumSource
    void aMergeIsAllOrNothing(Failpoint point) {
        LakeTable table = table();

        storage.failAt(point);
        assertThatTheDiskIsFull(() -> table.merge(
                bench.files(table, "select range::integer id from range(1, 3)"),
                List.of("id"),
                SECOND,
                bench.connection()));
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("1");
        assertThat(lake.table(table.name()).position()).contains(FIRST);

        storage.failAt(null);
        assertThatUpkeepLeavesOnlyWhatIsNamed(lake.table(table.name()), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MANIFEST_LIST", "METADATA"})
    void aLoadThatCannotBePublishedCanBePublishedLater(Failpoint point) {
        LakeTable table = table();
        TableLoad load = table.beginLoad("load-1");
        load.add(List.of(new LoadedChunk(
                new ChunkReceipt("a", 1, ""), bench.files(load.staging(), table, "select 7::integer id"))));

        storage.failAt(point);
        assertThatTheDiskIsFull(() -> load.publish(SECOND));
        assertThat(bench.rows(lake.table(table.name()))).containsExactly("1");

        storage.failAt(null);
        LakeTable again = lake.table(table.name());
        again.unfinishedLoad().orElseThrow().publish(SECOND);
        assertThat(bench.rows(again)).containsExactly("7");
        assertThatUpkeepLeavesOnlyWhatIsNamed(again, 1);
    }

    private LakeTable table() {
        LakeTable table = Workbench.create(lake, "numbers", SCHEMA);
        table.append(bench.files(table, "select 1::integer id"), FIRST);
        return table;
    }

    private void assertThatTheDiskIsFull(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the disk is full")
                .satisfies(
                        thrown -> assertThat(((ProblemException) thrown).kind()).isEqualTo(Problem.Kind.ACTION));
    }

    private void assertThatUpkeepLeavesOnlyWhatIsNamed(LakeTable table, int rows) {
        table.upkeep(new UpkeepPolicy(Duration.ZERO, 1), LATER);
        assertThat(bench.rows(lake.table(table.name()))).hasSize(rows);
        assertThat(table.upkeep(UpkeepPolicy.USUAL, Clock.systemUTC()).files()).isZero();
    }
}
