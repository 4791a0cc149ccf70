package basin.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakenNamesTest {

    @TempDir
    Path temp;

    @Test
    void everyViewThatDuckDbFindsByItsNameAloneIsKnown() {
        try (Duck duck = Duck.open(new DuckSettings(64 << 20, temp, 64 << 20, 1));
                DuckConnection connection = duck.connect()) {
            assertThat(connection.fetch("SELECT DISTINCT view_name FROM duckdb_views() WHERE internal"))
                    .map(row -> String.valueOf(row.getFirst()))
                    .filteredOn(view -> isFound(view, connection))
                    .contains("pg_settings", "duckdb_databases")
                    .allMatch(TakenNames::has);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_Settings", "/lake/**/*.parquet", "x.csv", "x.CSV.gz", "s3://bucket/x.json?y"})
    void namesOfFilesAreKnown(String name) {
        assertThat(TakenNames.has(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "tables", "columns", "per hour", "no. of orders", "größe"})
    void otherNamesAreFree(String name) {
        assertThat(TakenNames.has(name)).isFalse();
    }

    private static boolean isFound(String view, DuckConnection connection) {
        try {
            connection.execute("DESCRIBE FROM " + view);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
