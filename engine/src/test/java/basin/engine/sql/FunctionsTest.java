package basin.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import basin.duck.Duck;
import basin.duck.DuckConnection;
import basin.duck.DuckSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {

    private static final FunctionList OFFERED = FunctionList.read("offered-functions.txt");
    private static final FunctionList REFUSED = FunctionList.read("refused-functions.txt");

    @TempDir
    Path temp;

    /// Fails with a release of DuckDB that has new functions, and names them. Whoever has looked at what such a
    /// function can reach puts it into one of the two lists.
    @Test
    void everyFunctionOfDuckDbIsEitherOfferedOrRefused() {
        assertThat(functions())
                .filteredOn(function -> OFFERED.has(function) == REFUSED.has(function))
                .isEmpty();
    }

    @Test
    void nothingIsListedThatDuckDbDoesNotHave() {
        List<String> functions = functions();

        assertThat(functions).containsAll(OFFERED.names()).containsAll(REFUSED.names());
        assertThat(REFUSED.beginnings())
                .allMatch(beginning -> functions.stream().anyMatch(function -> function.startsWith(beginning)));
    }

    @Test
    void onlyWhatIsOfferedMayBeCalled() {
        assertThat(functions()).filteredOn(Functions::mayBeValue).containsExactlyInAnyOrderElementsOf(OFFERED.names());
        assertThat(Functions.mayBeValue("a_function_of_tomorrow")).isFalse();
    }

    /// All that can stand where a value may: `unnest` as well, which belongs to the grammar, but no name of several
    /// words, which the parser has as something other than functions.
    private List<String> functions() {
        try (Duck duck = Duck.open(new DuckSettings(64 << 20, temp, 64 << 20, 1));
                DuckConnection connection = duck.connect()) {
            return connection
                    .fetch("SELECT DISTINCT function_name FROM duckdb_functions()"
                            + " WHERE function_type IN ('scalar', 'aggregate', 'window', 'macro')"
                            + " AND function_name NOT LIKE '% %' UNION SELECT 'unnest'")
                    .stream()
                    .map(row -> String.valueOf(row.getFirst()).toLowerCase(Locale.ROOT))
                    .toList();
        }
    }
}
