package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.duck.arrow.ArrowStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetWriterTest {

    @TempDir
    Path folder;

    private Duck duck;
    private DuckConnection sql;
    private ParquetWriter writer;

    @BeforeEach
    void open() {
        duck = Duck.open(new DuckSettings(256L << 20, folder.resolve("temp"), 1L << 30, 1));
        sql = duck.connect();
        writer = new ParquetWriter(duck);
    }

    @AfterEach
    void close() {
        sql.close();
        duck.close();
        assertThat(ArrowStream.open()).isZero();
    }

    @Test
    void allRowsAreWrittenInTheOrderInWhichTheyCame() {
        List<ParquetFile> files;
        try (Rows rows = new Numbers(300_000)) {
            files = writer.write(rows, layout());
        }
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.rows()).isEqualTo(300_000);
            assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
            assertThat(file.path().getFileName().toString())
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-0\\.parquet");
        });
        assertThat(sql.fetch("select count(*) from " + data() + " where n <> file_row_number"))
                .isEqualTo(List.of(List.of(0L)));
        assertThat(sql.fetch("select distinct compression from parquet_metadata('" + folder + "/data/*')"))
                .isEqualTo(List.of(List.of("ZSTD")));
    }

    @Test
    void noRowsMakeNoFile() throws IOException {
        try (Rows rows = new Numbers(0)) {
            assertThat(writer.write(rows, layout())).isEmpty();
        }
        assertThat(filesIn(folder.resolve("data"))).isEmpty();
    }

    @Test
    void aNewFileIsBegunAtTheTargetSize() {
        List<ParquetFile> files;
        try (Rows rows = new Numbers(1_000_000)) {
            files = writer.write(rows, new ParquetLayout(folder.resolve("data"), FieldIds.NONE, 200_000, List.of()));
        }
        assertThat(files).hasSizeGreaterThan(2);
        assertThat(files)
                .extracting(ParquetFile::rows)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(1_000_000));
    }

    @Test
    void rowsAreSortedWhereAsked() {
        try (DuckConnection connection = duck.connect()) {
            ParquetWriter.write(
                    connection,
                    "select hash(i) as h, i from range(200000) t(i)",
                    new ParquetLayout(folder.resolve("data"), FieldIds.NONE, 1L << 30, List.of("h")));
        }
        assertThat(sql.fetch("select count(*) from (select h < lag(h) over (order by file_row_number) as back from "
                        + data() + ") where back"))
                .isEqualTo(List.of(List.of(0L)));
    }

    @Test
    void fieldIdsStandInTheFooterAtEveryDepth() {
        FieldIds ids = FieldIds.of(
                new FieldIds.Field("it's", 1),
                new FieldIds.Field(
                        "st",
                        2,
                        FieldIds.of(
                                new FieldIds.Field("a b", 3),
                                new FieldIds.Field("l", 4, FieldIds.of(new FieldIds.Field("element", 5))))),
                new FieldIds.Field("m", 6, FieldIds.of(new FieldIds.Field("key", 7), new FieldIds.Field("value", 8))));
        ParquetWriter.write(
                sql,
                "select 1 as \"it's\", {'a b': 2, 'l': [3]} as st, map {'k': 4} as m",
                new ParquetLayout(folder.resolve("data"), ids));
        assertThat(sql.fetch("select name, field_id from parquet_schema('" + folder
                        + "/data/*') where field_id is not null order by field_id"))
                .isEqualTo(List.of(
                        List.of("it's", 1L),
                        List.of("st", 2L),
                        List.of("a b", 3L),
                        List.of("l", 4L),
                        List.of("element", 5L),
                        List.of("m", 6L),
                        List.of("key", 7L),
                        List.of("value", 8L)));
    }

    @Test
    void columnsWhoseNamesDifferInCaseAloneKeepTheirOwnIds() {
        Schema schema = Schema.of(
                Field.optional("id", Type.Primitive.LONG),
                Field.optional(
                        "Id",
                        new Type.Struct(List.of(
                                Field.optional("x", Type.Primitive.LONG), Field.optional("X", Type.Primitive.LONG)))));
        FieldIds ids = FieldIds.of(
                new FieldIds.Field("Id", 1, FieldIds.of(new FieldIds.Field("X", 2), new FieldIds.Field("x", 3))),
                new FieldIds.Field("id", 4));
        try (Rows rows = new NullRow(schema)) {
            writer.write(rows, new ParquetLayout(folder.resolve("data"), ids, 1 << 20, List.of("Id")));
        }
        assertThat(sql.fetch("select name, field_id from parquet_schema('" + folder
                        + "/data/*') where field_id is not null"))
                .isEqualTo(List.of(List.of("id", 4L), List.of("Id_1", 1L), List.of("x", 3L), List.of("X_1", 2L)));
    }

    @Test
    void whatTheRowsThrowComesOutAsItIsAndLeavesNoFile() throws IOException {
        ProblemException lost =
                new ProblemException(Problem.interrupted("the connection was lost", new Place.Service("shop")));
        try (Rows rows = new Numbers(400_000, 10, lost)) {
            assertThatThrownBy(() -> writer.write(
                            rows, new ParquetLayout(folder.resolve("data"), FieldIds.NONE, 10_000, List.of())))
                    .isSameAs(lost);
        }
        assertThat(filesIn(folder.resolve("data"))).isEmpty();
    }

    private ParquetLayout layout() {
        return new ParquetLayout(folder.resolve("data"), FieldIds.NONE);
    }

    private String data() {
        return "read_parquet('" + folder + "/data/*')";
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
