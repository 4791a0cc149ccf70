package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every macro that promises to say the same to any database says it to a DuckDB.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrossDatabaseMacrosTest {
    private @Nullable DuckDbSession duck;

    @BeforeAll
    void start() {
        duck = new DuckDbSession();
    }

    @AfterAll
    void stop() {
        duck().close();
    }

    private DuckDbSession duck() {
        return Objects.requireNonNull(duck);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dbt.type_string()                                                        | TEXT
                    dbt.type_timestamp()                                                     | TIMESTAMP
                    dbt.type_int()                                                           | INT
                    dbt.type_bigint()                                                        | bigint
                    dbt.type_float()                                                         | FLOAT
                    dbt.type_numeric()                                                       | numeric(28,6)
                    dbt.type_boolean()                                                       | BOOLEAN
                    dbt.string_literal('it')                                                 | 'it'
                    dbt.escape_single_quotes("it's")                                         | it''s
                    dbt.except()                                                             | except
                    dbt.intersect()                                                          | intersect
                    """)
    void says(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dbt.cast("'7'", dbt.type_int())                                          | 7
                    dbt.safe_cast("'seven'", dbt.type_int())                                 | NULL
                    dbt.cast_bool_to_text('true')                                            | true
                    dbt.concat(["'a'", "'b'", "'c'"])                                        | abc
                    dbt.hash("'abc'")                                                        | 900150983cd24fb0d6963f7d28e17f72
                    dbt.length("'four'")                                                     | 4
                    dbt.position("'c'", "'abc'")                                             | 3
                    dbt.replace("'banana'", "'a'", "'o'")                                    | bonono
                    dbt.right("'harbour'", 4)                                                | bour
                    dbt.split_part("'a-b-c'", "'-'", 2)                                      | b
                    dbt.split_part("'a-b-c'", "'-'", -1)                                     | c
                    dbt.dateadd('month', 1, "date '2024-01-31'")                             | 2024-02-29 00:00:00
                    dbt.dateadd('day', -1, "timestamp '2024-03-01 10:00:00'")                | 2024-02-29 10:00:00
                    dbt.datediff("'2024-01-31'", "'2024-02-01'", 'month')                    | 1
                    dbt.datediff("date '2023-12-31'", "date '2024-01-01'", 'year')           | 1
                    dbt.date_trunc('month', "date '2024-05-17'")                             | 2024-05-01 00:00:00
                    dbt.last_day("date '2024-02-10'", 'month')                               | 2024-02-29
                    dbt.last_day("date '2024-05-10'", 'quarter')                             | 2024-06-30
                    dbt.last_day("date '2024-05-10'", 'year')                                | 2024-12-31
                    dbt.date(2024, 2, 3)                                                     | 2024-02-03
                    dbt.array_construct([1, 2])                                              | [1, 2]
                    dbt.array_append(dbt.array_construct([1]), 2)                            | [1, 2]
                    dbt.array_concat(dbt.array_construct([1]), dbt.array_construct([2]))     | [1, 2]
                    dbt.array_construct([], dbt.type_int())                                  | []
                    """)
    void means(String call, String expected) {
        assertThat(duck().value("select cast(" + text(call) + " as varchar)"))
                .isEqualTo(expected.strip().equals("NULL") ? null : expected.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dbt.any_value('1')                                                       | 1
                    dbt.bool_or('n > 2')                                                     | true
                    dbt.listagg('n', "'+'", 'order by n desc')                               | 3+2+1
                    dbt.listagg('n', "'+'", 'order by n desc', 2)                            | 3+2
                    """)
    void aggregates(String call, String expected) {
        assertThat(duck().value("select cast(" + text(call)
                        + " as varchar) from (values (1), (2), (3)) as numbers (n)"))
                .isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dbt.generate_series(5)                                                   | 5
                    dbt.default__generate_series(5)                                          | 5
                    dbt.date_spine('day', "date '2024-02-27'", "date '2024-03-02'")          | 4
                    dbt.date_spine('month', "date '2024-01-01'", "date '2025-01-01'")        | 12
                    """)
    void hasRows(String call, long expected) {
        assertThat(duck().rows(text(call))).hasSize(Math.toIntExact(expected));
    }

    private String text(String call) {
        ProjectText one = new ProjectText().model("m", "{{ " + call + " }}");
        return one.compiler().compile(one.node("m"), one, duck()).sql().strip();
    }
}
