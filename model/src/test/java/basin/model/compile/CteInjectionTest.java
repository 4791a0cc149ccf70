package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Common table expressions go in front of a query's own, wherever its `with` stands.
final class CteInjectionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select 1                              | with x as (\\nselect 2\\n)\\nselect 1
                    with a as (select 1) select 1         | with x as (\\nselect 2\\n), a as (select 1) select 1
                    WITH a as (select 1) select 1         | WITH x as (\\nselect 2\\n), a as (select 1) select 1
                    with recursive a as (select 1) from a | with recursive x as (\\nselect 2\\n), a as (select 1) from a
                    -- with\\nselect 1                    | with x as (\\nselect 2\\n)\\n-- with\\nselect 1
                    /* a */ with a as (select 1) from a   | /* a */ with x as (\\nselect 2\\n), a as (select 1) from a
                    within                                | with x as (\\nselect 2\\n)\\nwithin
                    """)
    void puts(String sql, String expected) {
        List<Compiled.Cte> ctes = List.of(new Compiled.Cte("model.shop.x", "x", "\nselect 2\n"));
        assertThat(CteInjection.into(sql.strip().replace("\\n", "\n"), ctes))
                .isEqualTo(expected.strip().replace("\\n", "\n"));
    }
}
