package basin.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class BatchTest {

    @Property(tries = 300)
    void whatIsAppendedIsReadBackWhateverItsType(@ForAll("columns") Tuple.Tuple2<Type, List<Object>> column) {
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("c", column.get1())))) {
            for (int use = 0; use < 2; use++) {
                try (Batch batch = pool.take()) {
                    for (Object value : column.get2()) {
                        Values.append(batch.column(0), value);
                        batch.endRow();
                    }
                    assertThat(batch.size()).isEqualTo(column.get2().size());
                    for (int row = 0; row < batch.size(); row++) {
                        assertThat(Values.same(
                                        batch.column(0).get(row), column.get2().get(row)))
                                .as("row %d: %s", row, column.get2().get(row))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void aRowTakenBackLeavesNoTrace(
            @ForAll("columns") Tuple.Tuple2<Type, List<Object>> column, @ForAll RandomGenerator random) {
        List<Object> kept = new ArrayList<>();
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("c", column.get1())));
                Batch batch = pool.take()) {
            for (Object value : column.get2()) {
                Values.append(batch.column(0), value);
                if (random.nextBoolean()) {
                    batch.undoRow();
                } else {
                    batch.endRow();
                    kept.add(value);
                }
            }
            assertThat(batch.size()).isEqualTo(kept.size());
            for (int row = 0; row < kept.size(); row++) {
                assertThat(Values.same(batch.column(0).get(row), kept.get(row))).isTrue();
            }
            assertThat(batch.column(0).nulls()).isEqualTo((int)
                    kept.stream().filter(java.util.Objects::isNull).count());
        }
    }

    @Property(tries = 300)
    void aBatchIsCopiedFromTheMemoryOfAnother(@ForAll("columns") Tuple.Tuple2<Type, List<Object>> column) {
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("c", column.get1())));
                Batch original = pool.take();
                Batch copy = pool.take()) {
            for (Object value : column.get2()) {
                Values.append(original.column(0), value);
                original.endRow();
            }
            copy(original.column(0), copy.column(0));
            copy.endRows(original.size());
            for (int row = 0; row < original.size(); row++) {
                assertThat(Values.same(copy.column(0).get(row), column.get2().get(row)))
                        .isTrue();
            }
            assertThat(copy.column(0).nulls()).isEqualTo(original.column(0).nulls());
        }
    }

    private static void copy(Column from, Column to) {
        to.copyOf(from.size(), from.buffers());
        for (int i = 0; i < from.children().size(); i++) {
            copy(from.children().get(i), to.children().get(i));
        }
    }

    @Test
    void aBatchOfManyNarrowColumnsIsFullByBytesToo() {
        Field[] fields = java.util.stream.IntStream.range(0, 1_600)
                .mapToObj(i -> Field.optional("c" + i, Type.Primitive.LONG))
                .toArray(Field[]::new);
        try (BatchPool pool = new BatchPool(Schema.of(fields));
                Batch batch = pool.take()) {
            while (!batch.isFull()) {
                batch.columns().forEach(column -> column.appendLong(1));
                batch.endRow();
            }
            assertThat(batch.bytes()).isLessThanOrEqualTo(Batch.FULL_BYTES);
        }
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Type, List<Object>>> columns() {
        return Values.types()
                .flatMap(type -> Values.of(type).list().ofMaxSize(30).map(values -> Tuple.of(type, values)));
    }

    @Test
    void aListHalfAppendedIsTakenBackWithItsElements() {
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("c", new Type.Listing(Type.Primitive.INT))));
                Batch batch = pool.take()) {
            Column list = batch.column(0);
            list.children().getFirst().appendInt(1);
            batch.undoRow();
            list.children().getFirst().appendInt(2);
            list.appendParts();
            batch.endRow();
            assertThat(list.get(0)).isEqualTo(List.of(2));
        }
    }

    @Test
    void infinitiesAreToldApartFromDates() {
        try (BatchPool pool = new BatchPool(Schema.of(
                        Field.optional("d", Type.Primitive.DATE), Field.optional("t", Type.Primitive.TIMESTAMPTZ)));
                Batch batch = pool.take()) {
            batch.column(0).appendInt(Type.INFINITE_DATE);
            batch.column(1).appendLong(-Type.INFINITE_TIMESTAMP);
            batch.endRow();
            assertThat(batch.column(0).get(0)).isEqualTo("infinity");
            assertThat(batch.column(1).get(0)).isEqualTo("-infinity");
        }
    }

    @Test
    void aShortDecimalKeepsItsSign() {
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("d", new Type.Decimal(12, 2))));
                Batch batch = pool.take()) {
            batch.column(0).appendLong(-12_345);
            batch.endRow();
            assertThat(batch.column(0).get(0)).isEqualTo(new BigDecimal("-123.45"));
        }
    }

    @Test
    void aBatchIsFullByRowsOrByBytes() {
        Schema schema = Schema.of(Field.optional("n", Type.Primitive.LONG), Field.optional("s", Type.Primitive.STRING));
        try (BatchPool pool = new BatchPool(schema);
                Batch narrow = pool.take();
                Batch wide = pool.take()) {
            while (!narrow.isFull()) {
                narrow.column(0).appendLong(1);
                narrow.column(1).appendNull();
                narrow.endRow();
            }
            assertThat(narrow.size()).isEqualTo(Batch.FULL_ROWS);
            byte[] mebibyte = new byte[1 << 20];
            while (!wide.isFull()) {
                wide.column(0).appendLong(1);
                wide.column(1).appendBytes(mebibyte, 0, mebibyte.length);
                wide.endRow();
            }
            assertThat(wide.size()).isEqualTo(8);
        }
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        try (BatchPool pool = new BatchPool(Schema.of(Field.optional("n", Type.Primitive.INT)));
                Batch batch = pool.take()) {
            assertThatThrownBy(() -> batch.column(0).appendLong(1))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("a column of type int takes values of 4 bytes, not 8");
        }
    }

    @Property(tries = 50)
    void typesAreWrittenTheWayPeopleReadThem(@ForAll("anyType") Type type) {
        assertThat(type.toString()).doesNotContain("Primitive", "Listing", "Mapping", "[");
    }

    @Provide
    Arbitrary<Type> anyType() {
        return Arbitraries.lazy(Values::types);
    }
}
