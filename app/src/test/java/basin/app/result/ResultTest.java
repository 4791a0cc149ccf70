package basin.app.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.app.terminal.JsonText;
import basin.app.terminal.Shown;
import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Column;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ResultTest {

    private static final Schema HATS = Schema.of(
            Field.required("id", Type.Primitive.LONG),
            Field.optional("name", Type.Primitive.STRING),
            Field.optional("price", new Type.Decimal(38, 10)),
            Field.optional("sold", Type.Primitive.TIMESTAMPTZ));

    private static final Schema ODDITIES = Schema.of(
            Field.optional("day", Type.Primitive.DATE),
            Field.optional("time", Type.Primitive.TIME),
            Field.optional("at", Type.Primitive.TIMESTAMP),
            Field.optional("x", Type.Primitive.DOUBLE),
            Field.optional("bytes", Type.Primitive.BINARY),
            Field.optional("list", new Type.Listing(Type.Primitive.INT)));

    @Test
    void aTableIsForPeople() {
        Shown shown = Shown.file();
        new TableResult(shown.screen()).write(hats());

        assertThat(shown.text()).isEqualTo("""
                         id │ name          │                                   price │ sold
                        ────┼───────────────┼─────────────────────────────────────────┼─────────────────────────────
                          1 │ a "tall"\\nhat │                           12.5000000000 │ 2026-11-20 13:25:00.000001Z
                          2 │ <null>        │ 9999999999999999999999999999.9999999999 │ <null>
                        """);
    }

    @Test
    void csvIsQuotedWhereItMustBeAndTellsNullFromEmptyText() {
        Shown shown = Shown.file();
        new CsvResult(shown.screen()).write(hats());

        assertThat(shown.text()).isEqualTo("""
                        id,name,price,sold
                        1,"a ""tall""
                        hat",12.5000000000,2026-11-20T13:25:00.000001Z
                        2,,9999999999999999999999999999.9999999999,
                        """);
    }

    @Test
    void jsonIsOneArrayOfObjectsWithExactNumbers() throws IOException {
        Shown shown = Shown.file();
        try (JsonGenerator json = JsonText.to(shown.screen())) {
            JsonResult.array(json).write(hats());
        }

        assertThat(shown.text())
                .isEqualTo("[{\"id\":1,\"name\":\"a \\\"tall\\\"\\nhat\",\"price\":12.5000000000,"
                        + "\"sold\":\"2026-11-20T13:25:00.000001Z\"},"
                        + "{\"id\":2,\"name\":null,\"price\":9999999999999999999999999999.9999999999,\"sold\":null}]");
    }

    @Test
    void ndjsonIsAnObjectPerLine() throws IOException {
        Shown shown = Shown.file();
        try (JsonGenerator json = JsonText.to(shown.screen())) {
            JsonResult.lines(json).write(rows(Schema.of(Field.required("n", Type.Primitive.INT)), 2, batch -> {
                batch.column(0).appendInt(1);
                batch.endRow();
                batch.column(0).appendInt(2);
                batch.endRow();
            }));
        }

        assertThat(shown.text()).isEqualTo("{\"n\":1}\n{\"n\":2}");
    }

    @Test
    void everyKindOfValueHasItsText() {
        Shown shown = Shown.file();
        new CsvResult(shown.screen()).write(oddities());

        assertThat(shown.text()).isEqualTo("""
                        day,time,at,x,bytes,list
                        2026-11-20,13:25:00,infinity,NaN,\\xcafe,"[1,null]"
                        infinity,23:59:59.999999,1969-12-31T23:59:59.999999,1.0E300,\\x,[]
                        """);
    }

    @Test
    void whatJsonHasNoNumberForIsAString() throws IOException {
        Shown shown = Shown.file();
        try (JsonGenerator json = JsonText.to(shown.screen())) {
            JsonResult.lines(json).write(oddities());
        }

        assertThat(shown.text().lines().findFirst())
                .hasValue("{\"day\":\"2026-11-20\",\"time\":\"13:25:00\",\"at\":\"infinity\",\"x\":\"NaN\","
                        + "\"bytes\":\"\\\\xcafe\",\"list\":[1,null]}");
    }

    @Test
    void aTableWithoutRowsStillHasItsHeader() {
        Shown shown = Shown.file();
        long count = new CsvResult(shown.screen()).write(rows(HATS, 0, batch -> {}));

        assertThat(count).isZero();
        assertThat(shown.text()).isEqualTo("id,name,price,sold\n");
    }

    @Test
    void anArrayThatWasCutOffDoesNotLookWhole() {
        Shown shown = Shown.file();
        Rows hats = hats();
        Rows broken = new Rows() {
            private boolean read;

            @Override
            public Schema schema() {
                return hats.schema();
            }

            @Override
            public @Nullable Batch next() {
                if (read) {
                    throw new IllegalStateException("cut off");
                }
                read = true;
                return hats.next();
            }

            @Override
            public void close() {
                hats.close();
            }
        };

        assertThatThrownBy(() -> RowsText.write(broken, ResultFormat.JSON, shown.screen()))
                .hasMessage("cut off");
        shown.screen().flush();
        assertThat(shown.text()).startsWith("[{\"id\":1").doesNotContain("]");
        broken.close();
    }

    @Test
    void aPlanIsDrawnInLines() {
        Schema plan = Schema.of(
                Field.optional("explain_key", Type.Primitive.STRING),
                Field.optional("explain_value", Type.Primitive.STRING));
        Shown shown = Shown.file();
        RowsText.write(
                rows(plan, 1, batch -> {
                    batch.column(0).appendString("physical_plan");
                    batch.column(1).appendString("┌────┐\n│SCAN│\n└────┘\n");
                    batch.endRow();
                }),
                ResultFormat.TABLE,
                shown.screen());

        assertThat(shown.text()).isEqualTo("┌────┐\n│SCAN│\n└────┘\n");
    }

    private static Rows hats() {
        return rows(HATS, 2, batch -> {
            List<Column> c = batch.columns();
            c.get(0).appendLong(1);
            c.get(1).appendString("a \"tall\"\nhat");
            c.get(2).appendLong(125_000_000_000L);
            c.get(3).appendLong(1_795_181_100_000_001L);
            batch.endRow();
            c.get(0).appendLong(2);
            c.get(1).appendNull();
            BigInteger nines = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
            c.get(2).appendLongs(nines.shiftRight(64).longValue(), nines.longValue());
            c.get(3).appendNull();
            batch.endRow();
        });
    }

    private static Rows oddities() {
        return rows(ODDITIES, 2, batch -> {
            List<Column> c = batch.columns();
            c.get(0).appendInt(20_777);
            c.get(1).appendLong(48_300_000_000L);
            c.get(2).appendLong(Type.INFINITE_TIMESTAMP);
            c.get(3).appendDouble(Double.NaN);
            c.get(4).appendBytes(new byte[] {(byte) 0xca, (byte) 0xfe}, 0, 2);
            c.get(5).children().getFirst().appendInt(1);
            c.get(5).children().getFirst().appendNull();
            c.get(5).appendParts();
            batch.endRow();
            c.get(0).appendInt(Type.INFINITE_DATE);
            c.get(1).appendLong(86_399_999_999L);
            c.get(2).appendLong(-1);
            c.get(3).appendDouble(1e300);
            c.get(4).appendBytes(new byte[0], 0, 0);
            c.get(5).appendParts();
            batch.endRow();
        });
    }

    /// One batch, or none.
    private static Rows rows(Schema schema, int size, Consumer<Batch> fill) {
        BatchPool pool = new BatchPool(schema);
        return new Rows() {
            private boolean read = size == 0;

            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public @Nullable Batch next() {
                if (read) {
                    pool.close();
                    return null;
                }
                read = true;
                Batch batch = pool.take();
                fill.accept(batch);
                return batch;
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }
}
