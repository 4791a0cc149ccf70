package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.TemporaryFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class SchemaEvolutionTest {
    private static final TemporaryFolder FOLDER = TemporaryFolder.create("basin-evolution-");
    private static final Lake LAKE = Lake.open(
            LakeSettings.local(FOLDER.path().resolve("lake"), FOLDER.path().resolve("system.db")));
    private static final Workbench BENCH = new Workbench(FOLDER.path());
    private static int tables;

    @AfterContainer
    static void close() {
        BENCH.close();
        LAKE.close();
        FOLDER.close();
    }

    /// Rows are written under one schema after the other; in the end each is what it was, seen under the last.
    @Property(tries = 15)
    void rowsOfEveryAgeReadUnderTheNewestSchema(@ForAll("lives") List<List<Growth>> ages) {
        GrowingColumns columns = new GrowingColumns();
        LakeTable table = Workbench.create(LAKE, "growing_" + tables++, columns.schema());
        List<Integer> born = new ArrayList<>();
        for (List<Growth> age : ages) {
            columns.beginAge();
            age.forEach(columns::grow);
            table.evolve(columns.schema(), columns.renames());
            int row = born.size();
            table.append(BENCH.files(table, columns.schema(), "select " + columns.valuesToWrite(row)), null);
            born.add(columns.age());
        }

        String expected = IntStream.range(0, born.size())
                .mapToObj(row -> "select " + columns.valuesToRead(row, born.get(row)))
                .collect(Collectors.joining(" union all "));
        LakeTable found = LAKE.table(table.name());
        assertThat(BENCH.rows(found)).isEqualTo(BENCH.fetch("select * from (" + expected + ") order by all"));
        assertThat(found.schema().fields()).hasSize(columns.columnsEver());
    }

    @Provide
    static Arbitrary<List<List<Growth>>> lives() {
        Arbitrary<Growth> growth = Combinators.combine(
                        Arbitraries.of(Growth.Kind.class),
                        Arbitraries.integers().between(0, 99))
                .as(Growth::new);
        return growth.list().ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }
}
