package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Rows;
import basin.core.rows.Type;
import basin.core.rows.Values;
import basin.duck.arrow.ArrowStream;
import basin.testkit.TemporaryFolder;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever is put into a column comes back the same, from a query and from a file, whatever its type.
final class RoundTripTest {

    private static TemporaryFolder folder;
    private static Duck duck;

    @BeforeContainer
    static void open() {
        folder = TemporaryFolder.create("basin-duck");
        duck = Duck.open(new DuckSettings(256L << 20, folder.path().resolve("temp"), 1L << 30, 1));
    }

    @AfterContainer
    static void close() {
        duck.close();
        folder.close();
        assertThat(ArrowStream.open()).isZero();
    }

    @Property(tries = 300)
    void valuesPassThroughAQuery(@ForAll("columns") Tuple.Tuple2<Type, List<Object>> column) {
        try (Rows rows = new GeneratedRows(column.get1(), column.get2());
                DuckConnection connection = duck.connect();
                OfferedRows offered = connection.offer(rows)) {
            assertSame(column, connection.fetch("from " + offered.name()));
        }
    }

    @Property(tries = 300)
    void valuesPassThroughAParquetFile(@ForAll("columns") Tuple.Tuple2<Type, List<Object>> column) {
        List<ParquetFile> files;
        try (Rows rows = new GeneratedRows(column.get1(), column.get2())) {
            files = new ParquetWriter(duck).write(rows, new ParquetLayout(folder.path(), FieldIds.NONE));
        }
        if (column.get2().isEmpty()) {
            assertThat(files).isEmpty();
            return;
        }
        try (DuckConnection connection = duck.connect()) {
            assertSame(column, connection.fetch("from '" + files.getFirst().path() + "'"));
        }
    }

    private static void assertSame(Tuple.Tuple2<Type, List<Object>> column, List<? extends List<?>> rows) {
        assertThat(rows).hasSameSizeAs(column.get2());
        for (int row = 0; row < rows.size(); row++) {
            Object expected = column.get2().get(row);
            Object found = rows.get(row).getFirst();
            assertThat(Values.same(found, expected))
                    .as("%s, row %d: %s instead of %s", column.get1(), row, found, expected)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Type, List<Object>>> columns() {
        return Values.types()
                .flatMap(type -> Values.of(type).list().ofMaxSize(30).map(values -> Tuple.of(type, values)));
    }
}
