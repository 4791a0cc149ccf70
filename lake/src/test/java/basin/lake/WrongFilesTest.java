package basin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.core.rows.Field;
import basin.core.rows.Schema;
import basin.core.rows.Type;
import basin.duck.FieldIds;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.duck.ParquetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that would spoil a table never become part of it.
class WrongFilesTest {
    private static final FieldIds IDS = FieldIds.of(new FieldIds.Field("id", 1), new FieldIds.Field("name", 2));

    @TempDir
    Path folder;

    private Lake lake;
    private Workbench bench;
    private LakeTable table;

    @BeforeEach
    void open() {
        lake = Lake.open(LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db")));
        bench = new Workbench(folder);
        table = Workbench.create(
                lake,
                "orders",
                Schema.of(Field.required("id", Type.Primitive.LONG), Field.optional("name", Type.Primitive.STRING)));
    }

    @AfterEach
    void close() {
        assertThat(bench.rows(lake.table(table.name()))).isEmpty();
        bench.close();
        lake.close();
    }

    @Test
    void aFileWithoutFieldIds() {
        assertRefused("columns without field ids", files("select 1::bigint id, 'a' as name", FieldIds.NONE));
    }

    @Test
    void aColumnOfAnotherType() {
        assertRefused("orders.id", files("select 'one' id, 'a' as name", IDS));
    }

    @Test
    void aColumnThatTheTableDoesNotHave() {
        FieldIds unknown = FieldIds.of(new FieldIds.Field("id", 1), new FieldIds.Field("name", 7));

        assertRefused("orders.name", files("select 1::bigint id, 'a' as name", unknown));
    }

    @Test
    void nullsInARequiredColumn() {
        assertRefused("nulls in a required column", files("select null::bigint id, 'a' as name", IDS));
    }

    @Test
    void aRequiredColumnThatIsMissing() {
        FieldIds nameOnly = FieldIds.of(new FieldIds.Field("name", 2));

        assertRefused("nulls in a required column", files("select 'a' as name", nameOnly));
    }

    @Test
    void aFileThatWasCutShort() throws IOException {
        List<ParquetFile> files = files("select range id, 'a' as name from range(1000)", IDS);
        Path path = files.getFirst().path();
        byte[] bytes = Files.readAllBytes(path);
        for (int length : new int[] {0, 3, 11, bytes.length / 2, bytes.length - 1}) {
            Files.write(path, Arrays.copyOf(bytes, length));

            assertRefused("not a whole Parquet file", files);
        }
    }

    @Test
    void aFileThatIsSomethingElse() throws IOException {
        List<ParquetFile> files = files("select 1::bigint id, 'a' as name", IDS);
        Files.writeString(files.getFirst().path(), "id,name\n".repeat(100));

        assertRefused("not a whole Parquet file", files);
    }

    @Test
    void aFileOfAnotherFolder() {
        List<ParquetFile> elsewhere = ParquetWriter.write(
                bench.connection(),
                "select 1::bigint id, 'a' as name",
                new ParquetLayout(folder.resolve("elsewhere"), IDS));

        assertRefused("staging folder", elsewhere);
    }

    @Test
    void allWrongFilesAreNamedAtOnce() {
        List<ParquetFile> first = files("select 'one' id, 'a' as name", IDS);
        List<ParquetFile> second = files("select null::bigint id, 'a' as name", IDS);

        assertThatThrownBy(() -> table.append(List.of(first.getFirst(), second.getFirst()), null))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(2));
    }

    @Test
    void sixteenBytesAreAUuidOnlyInAColumnOfUuids() throws IOException {
        LakeTable tokens = Workbench.create(lake, "tokens", Schema.of(Field.optional("token", Type.Primitive.UUID)));
        LakeTable hashes = Workbench.create(lake, "hashes", Schema.of(Field.optional("hash", Type.Primitive.BINARY)));
        String select = "select '018f3a5e-7b1c-7def-8a90-123456789abc'::uuid as ";

        tokens.append(bench.files(tokens, select + "token"), null);

        assertThat(bench.rows(lake.table(tokens.name()))).containsExactly("018f3a5e-7b1c-7def-8a90-123456789abc");
        assertThatThrownBy(() -> hashes.append(bench.files(hashes, select + "hash"), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the table says binary");
    }

    private List<ParquetFile> files(String select, FieldIds ids) {
        return ParquetWriter.write(bench.connection(), select, new ParquetLayout(table.staging(), ids));
    }

    private void assertRefused(String why, List<ParquetFile> files) {
        assertThatThrownBy(() -> table.append(files, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }
}
