package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that hold far more than the memory of 256 MB that DuckDB is given here, in rows of any width.
final class BoundedMemoryTest {

    @TempDir
    Path folder;

    @Test
    void twoThousandValuesOfOneMebibyte() {
        assertThat(write(new Numbers(2_000, 1 << 20, null))).isEqualTo(2_000);
    }

    @Test
    void rowsThatGrowWideAfterManyNarrowOnes() {
        assertThat(write(new GrowingRows())).isEqualTo(GrowingRows.COUNT);
    }

    @Test
    void sixteenHundredColumns() {
        assertThat(write(new WideRows(1_600, 20_000))).isEqualTo(20_000);
    }

    private long write(Rows rows) {
        try (rows;
                Duck duck = Duck.open(new DuckSettings(256_000_000, folder.resolve("temp"), 0, 1))) {
            List<ParquetFile> files =
                    new ParquetWriter(duck).write(rows, new ParquetLayout(folder.resolve("data"), FieldIds.NONE));
            return files.stream().mapToLong(ParquetFile::rows).sum();
        }
    }

    /// A hundred thousand short texts, then a thousand of a mebibyte.
    private static final class GrowingRows implements Rows {

        static final int COUNT = 101_000;

        private final Rows narrow = new Numbers(100_000);
        private final Rows wide = new Numbers(1_000, 1 << 20, null);

        @Override
        public Schema schema() {
            return Numbers.SCHEMA;
        }

        @Override
        public @Nullable Batch next() {
            Batch batch = narrow.next();
            return batch == null ? wide.next() : batch;
        }

        @Override
        public void close() {
            narrow.close();
            wide.close();
        }
    }

    /// Numbers that no encoding makes much smaller.
    private static final class WideRows implements Rows {

        private final BatchPool pool;
        private final int count;
        private int next;

        WideRows(int columns, int count) {
            this.pool = new BatchPool(Schema.of(IntStream.range(0, columns)
                    .mapToObj(i -> Field.optional("c" + i, Type.Primitive.LONG))
                    .toArray(Field[]::new)));
            this.count = count;
        }

        @Override
        public Schema schema() {
            return pool.schema();
        }

        @Override
        public @Nullable Batch next() {
            if (next == count) {
                return null;
            }
            Batch batch = pool.take();
            while (next < count && !batch.isFull()) {
                for (int i = 0; i < batch.columns().size(); i++) {
                    batch.column(i).appendLong((long) next * 0x9E3779B97F4A7C15L ^ i);
                }
                batch.endRow();
                next++;
            }
            return batch;
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
