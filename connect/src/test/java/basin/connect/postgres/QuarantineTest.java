package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.Loaded;
import basin.connect.RejectedRow;
import basin.connect.RejectedRow.Fault;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.types.As;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows with a value that its column cannot hold are kept aside, with the reason and a way out; all others are
/// loaded.
class QuarantineTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "numeric(6, 2)      | 'NaN'                          | NaN                              | is no number of type decimal(6, 2) | NaN",
                "timestamp          | '294276-12-31 23:59:59.999999' | +294276-12-31T23:59:59.999999    | lies behind the year 294246 | +294276-12-31T23:59:59.999999",
                "timestamptz        | '294247-01-10 04:00:54.775807+00' | +294247-01-10T04:00:54.775807 | lies behind the year 294246 | +294247-01-10T04:00:54.775807",
                "int[]              | '{{1,2},{3,null}}'             | an array of 2 dimensions         | is no list   | {{1,2},{3,NULL}}",
                "int[]              | '[5:6]={1,2}'                  | an array that is numbered from 5 | is no list   | [5:6]={1,2}",
                "text[]             | '{{a,null,\"\"},{\"b c\",d,e}}' | an array of 2 dimensions       | is no list   | {{a,NULL,\\\"\\\"},{\\\"b c\\\",d,e}}",
                "numeric(6, 2)[]    | '{1.5,NaN}'                    | NaN                              | is no number | {1.50,NaN}",
                "part               | row(1, 'NaN')                  | NaN                              | is no number | (1,NaN)"
            })
    void keepsARowAsideWithItsValuesAndLoadsTheOthers(
            String type, String value, String shown, String reason, String kept) {
        database.execute(
                "create type part as (n int, weight numeric(4, 1))",
                "create table t (id int, c %s, note text)".formatted(type),
                "insert into t values (1, null, 'a')",
                "insert into t values (2, %s, 'say \"hi\"')".formatted(value),
                "insert into t values (3, null, 'c')");

        Loaded loaded = Loaded.all(new PostgresSource("shop", Databases.settings(database)), "t");

        assertThat(loaded.column("id")).containsExactly(1, 3);
        assertThat(loaded.column("note")).containsExactly("a", "c");
        assertThat(loaded.receipts().getFirst().rows())
                .as("those kept aside included")
                .isEqualTo(3);
        RejectedRow rejected = loaded.rejected().getFirst();
        assertThat(loaded.rejected()).hasSize(1);
        assertThat(rejected.stream()).isEqualTo("t");
        assertThat(rejected.content()).isEqualTo("{\"id\":2,\"c\":\"" + kept + "\",\"note\":\"say \\\"hi\\\"\"}");
        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo("c");
            assertThat(fault.value()).isEqualTo(shown);
            assertThat(fault.reason()).contains(reason);
            assertThat(fault.remedy()).contains("'as: text'");
        });
        assertThat(loadedAs(new As.PlainText())).as("the way out").hasSize(3);
    }

    @Test
    void neverRoundsANumber() {
        database.execute(
                "create table t (c numeric)",
                "insert into t values (1.25), (1.255), (99999.99), (100000), (-99999.99), (0), (-0.01), (1e-20), (1e30), "
                        + "('-Infinity')");
        Loaded loaded = Loaded.all(
                new PostgresSource(
                        "shop",
                        Databases.settings(
                                Databases.connection(database),
                                Map.of(
                                        "t",
                                        new ColumnSettings(
                                                List.of(), List.of(), Map.of("c", As.parse("decimal(7, 2)")))),
                                "t")),
                "t");
        assertThat(loaded.column("c").stream().map(String::valueOf))
                .containsExactly("1.25", "99999.99", "-99999.99", "0.00", "-0.01");
        assertThat(loaded.rejected().stream()
                        .flatMap(row -> row.faults().stream())
                        .map(Fault::value))
                .containsExactly(
                        "a number with 3 digits behind the point",
                        "a number with 6 digits before the point",
                        "a number with 20 digits behind the point",
                        "a number with 31 digits before the point",
                        "-Infinity");
        assertThat(loaded.rejected().stream().map(RejectedRow::content))
                .containsExactly(
                        "{\"c\":\"1.255\"}",
                        "{\"c\":\"100000\"}",
                        "{\"c\":\"0.00000000000000000001\"}",
                        "{\"c\":\"1000000000000000000000000000000\"}",
                        "{\"c\":\"-Infinity\"}");
    }

    @Test
    void toleratesBytesThatAreNoTextInADatabaseThatDoesNotCheck() {
        String ascii = database.name() + "_ascii";
        database.execute(
                "create database %s encoding 'SQL_ASCII' template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'"
                        .formatted(ascii));
        PostgresDatabase unchecked = new PostgresDatabase(database.server(), ascii);
        try (unchecked) {
            unchecked.execute(
                    "create table t (id int, c text)",
                    "insert into t values (1, 'plain'), (2, convert_from('\\xc3a9', 'SQL_ASCII')), (3, convert_from('\\xe9', 'SQL_ASCII'))");
            Loaded loaded = Loaded.all(new PostgresSource("shop", Databases.settings(unchecked)), "t");
            assertThat(loaded.column("c")).containsExactly("plain", "é");
            assertThat(loaded.rejected().getFirst().faults().getFirst().value()).isEqualTo("\\xe9");

            Loaded bytes = Loaded.all(
                    new PostgresSource(
                            "shop",
                            Databases.settings(
                                    Databases.connection(unchecked),
                                    Map.of("t", new ColumnSettings(List.of(), List.of(), Map.of("c", new As.Binary()))),
                                    "t")),
                    "t");
            assertThat(bytes.rows()).hasSize(3);
        }
    }

    private List<?> loadedAs(As as) {
        return Loaded.all(
                        new PostgresSource(
                                "shop",
                                Databases.settings(
                                        Databases.connection(database),
                                        Map.of("t", new ColumnSettings(List.of(), List.of(), Map.of("c", as))),
                                        "t")),
                        "t")
                .rows();
    }
}
