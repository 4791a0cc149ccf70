package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The second wall by itself: statements that the first would never let through.
class ConfinementTest {

    @TempDir
    Path temp;

    private Duck duck;
    private DuckConnection connection;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(temp.resolve("lake/shop"));
        Files.writeString(temp.resolve("lake/shop/inside.csv"), "a\n1\n");
        Files.writeString(temp.resolve("outside.csv"), "secret\n42\n");
        duck = Duck.open(new DuckSettings(64 << 20, temp.resolve("spill"), 64 << 20, 1));
        Confinement.ofQueries(duck, temp.resolve("lake"));
        connection = duck.connect();
    }

    @AfterEach
    void stop() {
        connection.close();
        duck.close();
    }

    @Test
    void theLakesOwnFilesAreRead() {
        assertThat(connection.fetch("FROM read_csv('" + temp + "/lake/shop/inside.csv')"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM read_csv('%s/outside.csv')",
                "FROM '%s/outside.csv'",
                "FROM read_text('%s/lake/../outside.csv')",
                "FROM read_text('%s/lakeside.csv')",
                "FROM glob('%s/*')",
                "FROM read_text('/etc/passwd')",
                "FROM read_csv('https://example.com/x.csv')",
                "COPY (SELECT 1) TO '%s/out.csv'",
                "ATTACH '%s/out.db' AS x",
                "EXPORT DATABASE '%s/out'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '%s/x.duckdb_extension'",
                "SET threads = 1",
                "SET GLOBAL memory_limit = '1GB'",
                "SET GLOBAL enable_external_access = true",
                "SET GLOBAL allowed_directories = ['/']",
                "SET GLOBAL allowed_configs = ['threads']",
                "SET GLOBAL lock_configuration = false",
                "RESET lock_configuration",
                "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
            })
    void nothingElseIs(String statement) {
        assertThatThrownBy(() -> connection.execute(statement.formatted(temp))).hasMessageContaining("DuckDB");
        assertThat(temp).isDirectoryNotContaining("glob:**out.*");
    }
}
