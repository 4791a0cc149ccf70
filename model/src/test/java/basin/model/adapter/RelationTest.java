package basin.model.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import basin.jinja.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Relations, columns and tables show templates what dbt's show.
final class RelationTest {
    private static final Map<String, Object> NAMES = Map.of(
            "r", Relation.of("dev", "main", "orders", RelationKind.TABLE),
            "c", new Column("price", "DECIMAL", null, 10, 2),
            "text", new Column("state", "VARCHAR"),
            "t", new Table(List.of("id", "name"), List.of(List.of(1L, "Ada"), List.of(2L, "Bo"))));

    @ParameterizedTest
    @CsvSource(delimiter = '\u0001', quoteCharacter = '`', textBlock = """
                    r                                                        | "dev"."main"."orders"
                    r.include(database=false)                                | "main"."orders"
                    r.quote(schema=false, identifier=false)                  | "dev".main.orders
                    r.incorporate(path={'identifier': 'new'}, type='view')   | "dev"."main"."new"
                    r.incorporate(type='view').is_view                       | True
                    r.without_identifier()                                   | "dev"."main"
                    r.information_schema('tables')                           | "dev".information_schema.tables
                    r is mapping                                             | True
                    r.type == 'table' and r['schema'] == 'main'              | True
                    r.matches(schema='MAIN', identifier='orders')            | True
                    r.get('metadata').type.endswith('Relation')              | True
                    c.data_type                                              | DECIMAL(10,2)
                    c.is_numeric() and not c.is_string()                     | True
                    c.quoted                                                 | "price"
                    text.data_type                                           | character varying(256)
                    t.columns[0].values()                                    | (1, 2)
                    t.columns['name'].values() | join(',')                   | Ada,Bo
                    t.column_names                                           | ('id', 'name')
                    t.rows[0]['name'] ~ t.rows[-1].id ~ t.rows[1][1]         | Ada2Bo
                    t.rows | map(attribute='name') | list                    | ['Ada', 'Bo']
                    t.rows | length ~ (t.columns | length)                   | 22
                    t.select(['name']).column_names                          | ('name',)
                    t.columns | map(attribute='name') | join                 | idname
                    """)
    void shows(String line) {
        int bar = line.lastIndexOf('|');
        String template = "{{ " + line.substring(0, bar).strip() + " }}";
        assertThat(Environment.standard().template("t", template).render(NAMES))
                .isEqualTo(line.substring(bar + 1).strip());
    }

    @ParameterizedTest
    @CsvSource(value = {"TABLE,table", "MATERIALIZED_VIEW,materialized_view"})
    void kindsAreWordsInLowerCase(RelationKind kind, String word) {
        assertThat(kind).hasToString(word);
        assertThat(RelationKind.of(word)).isEqualTo(kind);
    }
}
