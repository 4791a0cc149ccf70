package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What DuckDB knows about itself and about others' queries, asked for in every way that could be mistaken
/// for something else.
class BuiltInViewsTest {

    @TempDir
    static Path temp;

    private static Shop shop;
    private static List<String> views;

    @BeforeAll
    static void start() {
        shop = Shop.filled(temp);
        try (Duck duck = Duck.open(new DuckSettings(64 << 20, temp.resolve("other"), 64 << 20, 1));
                DuckConnection connection = duck.connect()) {
            views = connection.fetch("SELECT DISTINCT view_name FROM duckdb_views() WHERE internal").stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void thereAreSome() {
        assertThat(views)
                .contains("pg_settings", "duckdb_views", "sqlite_master")
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM %s",
                "FROM main.%s",
                "FROM pg_catalog.%s",
                "FROM temp.%s",
                "FROM system.main.%s",
                "FROM system.information_schema.%s",
                "DESCRIBE FROM %s",
                "SUMMARIZE FROM %s",
                "WITH %1$s AS (FROM %1$s) FROM %1$s",
                "WITH %1$s AS MATERIALIZED (FROM %1$s) FROM %1$s",
                "WITH %1$s AS NOT MATERIALIZED (FROM %1$s) FROM %1$s",
                "WITH RECURSIVE %1$s AS (FROM %1$s) FROM %1$s",
                "WITH RECURSIVE %1$s AS (FROM %1$s UNION ALL FROM %1$s WHERE false) FROM %1$s",
                "WITH RECURSIVE %1$s AS (FROM %1$s UNION FROM %1$s WHERE false) FROM %1$s",
                "WITH RECURSIVE %1$s AS ((FROM %1$s LIMIT 1) UNION ALL FROM %1$s WHERE false) FROM %1$s",
                "WITH RECURSIVE %1$s AS (SELECT * FROM (FROM %1$s) UNION ALL FROM %1$s WHERE false) FROM %1$s",
                "WITH RECURSIVE x AS (FROM %1$s UNION ALL FROM x WHERE false), %1$s AS (SELECT 1) FROM x",
                "WITH x AS (FROM %1$s), %1$s AS (SELECT 1) FROM x",
                "FROM (WITH %1$s AS (SELECT 1) FROM %1$s), %1$s",
                "SELECT (WITH %1$s AS (SELECT 1) FROM %1$s) FROM %1$s",
                "WITH %1$s AS (SELECT 1) FROM main.%1$s",
                "WITH %1$s AS (SELECT 1) FROM recurring.%1$s",
                "WITH %1$s AS (SELECT 1) FROM %1$s AT (VERSION => 1)",
            })
    void noneCanBeRead(String trick) {
        for (String view : views) {
            String sql = trick.formatted(view);
            assertThatThrownBy(() -> shop.lines(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems())
                                    .as(sql)
                                    .allMatch(problem -> problem.place() instanceof Place.InStatement));
        }
    }
}
