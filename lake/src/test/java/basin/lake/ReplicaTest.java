package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import basin.core.stream.ChangeSchema;
import basin.core.stream.Position;
import basin.core.stream.TableName;
import basin.duck.ParquetFile;
import basin.lake.change.NetEffect;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalStorage;
import basin.testkit.TemporaryFolder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/// Changes, in any order that a source can tell them, cut anywhere.
class ReplicaTest {
    private static TemporaryFolder folder = TemporaryFolder.create("basin-replica-");
    private static LakeSettings settings =
            LakeSettings.local(folder.path().resolve("lake"), folder.path().resolve("system.db"));
    private static FailingStorage storage = new FailingStorage(new LocalStorage(LakeFolder.at(settings.warehouse())));
    private static Lake lake = Lake.open(settings, _ -> storage);
    private static Workbench bench = new Workbench(folder.path());
    private static int tables;

    @AfterContainer
    static void close() {
        bench.close();
        lake.close();
        folder.close();
    }

    /// What happens between two commits, and where the disk is full when it is committed.
    record Stretch(List<Replay.Action> actions, FailingStorage.@Nullable Failpoint failpoint) {}

    @Property(tries = 60)
    void replicatingEqualsApplyingInOrder(@ForAll("stretches") List<Stretch> stretches) {
        Replay source = new Replay();
        TableName name = Workbench.table("followed_" + tables++);
        TableName raw = new TableName("raw_shop", name.name());
        lake.create(name, Replay.SCHEMA).append(List.of(), new Position("loaded"));
        lake.create(raw, ChangeSchema.of(Replay.SCHEMA));

        int cut = 0;
        for (Stretch stretch : stretches) {
            stretch.actions().forEach(source::apply);
            List<String> changes = source.tell();
            if (changes.isEmpty()) {
                continue;
            }
            Position position = new Position("cut " + cut++);
            storage.failAt(stretch.failpoint());
            try {
                land(name, raw, changes, position);
            } catch (ProblemException e) {
                storage.failAt(null);
                boolean recovered = replica(name, raw).recover(bench.connection());
                assertThat(replica(name, raw).recover(bench.connection())).isFalse();
                if (!recovered) {
                    land(name, raw, changes, position);
                }
            } finally {
                storage.failAt(null);
            }
            assertThat(lake.table(name).position()).contains(position);
            assertThat(bench.rows(lake.table(name))).containsExactlyInAnyOrderElementsOf(source.rows());
        }
        List<String> positions = rawPositions(raw);
        assertThat(positions).hasSize(source.changes()).doesNotHaveDuplicates();
    }

    private static void land(TableName name, TableName raw, List<String> changes, Position position) {
        Replica replica = replica(name, raw);
        List<ParquetFile> files = changes.stream()
                .flatMap(sql -> bench.files(replica.raw(), sql).stream())
                .toList()
                .reversed();
        try (NetEffect effect = replica.effect(files, bench.connection())) {
            replica.land(files, effect, position, bench.connection());
        }
    }

    private static Replica replica(TableName name, TableName raw) {
        return new Replica(lake.table(raw), lake.table(name));
    }

    private static List<String> rawPositions(TableName raw) {
        return bench.rows(lake.table(raw)).stream()
                .map(row -> row.split("\\|")[1])
                .toList();
    }

    @Provide
    static Arbitrary<List<Stretch>> stretches() {
        Arbitrary<Replay.Key> key = Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.integers().between(0, 3))
                .as(Replay.Key::new);
        Arbitrary<Replay.Action> action = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Combinators.combine(key, Arbitraries.longs().between(0, 11))
                                .as(Replay.Action.Put::new)),
                Tuple.of(3, key.map(Replay.Action.Delete::new)),
                Tuple.of(4, Combinators.combine(key, key).as(Replay.Action.Move::new)),
                Tuple.of(1, Arbitraries.just(new Replay.Action.Truncate())));
        return Combinators.combine(
                        action.list().ofMinSize(1).ofMaxSize(25),
                        Arbitraries.of(FailingStorage.Failpoint.class).injectNull(0.6))
                .as(Stretch::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
