package basin.testkit.dbt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A dbt project of any number of models, in which all that large projects are made of comes in about
/// the shares it has there. The same number of models always gives the same files.
///
/// Of each hundred models, thirty are staging views over a seed; thirty an intermediate chain, each
/// behind the one before, every fifth of them ephemeral; ten are fans over ten others; and thirty are
/// marts: tables, every third of them incremental. Each is documented, column by column, and tested for
/// nulls, the marts for their values, too.
///
/// @param models how many, from a hundred on in whole hundreds
public record GeneratedProject(int models) {
    private static final int HUNDRED = 100;
    private static final int MACRO_FILES = 10;
    private static final int ROWS = 40;

    public GeneratedProject {
        if (models < HUNDRED || models % HUNDRED != 0) {
            throw new IllegalArgumentException("models come in whole hundreds, not " + models);
        }
    }

    /// Writes the project into a folder, which is there.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public void writeInto(Path folder) {
        file(folder, "dbt_project.yml", project());
        for (int each = 0; each < MACRO_FILES; each++) {
            file(folder, "macros/money_" + each + ".sql", macros(each));
        }
        file(folder, "models/docs.md", docs());
        for (int area = 0; area < models / HUNDRED; area++) {
            new Area(folder, area).write();
        }
    }

    private static String project() {
        return """
                name: generated
                version: '1.0'
                config-version: 2
                vars:
                  currency: EUR
                  first_day: '2025-01-01'
                  keep_days: 3650
                models:
                  generated:
                    +tags: [generated]
                    staging:
                      +materialized: view
                      +meta: {layer: staging, owner: data}
                    intermediate:
                      +materialized: view
                      +meta: {layer: intermediate}
                    marts:
                      +materialized: table
                      +tags: [marts]
                      +meta: {layer: marts, owner: "{{ env_var('DESK', 'sales') }} desk"}
                """;
    }

    private static String macros(int number) {
        return """
                {#- Amounts are kept in cents. -#}
                {%% macro in_currency_%1$d(column, decimals=2) -%%}
                    round({{ column }} / 100.0, {{ decimals }})
                {%%- endmacro %%}

                {%% macro audit_columns_%1$d(names) -%%}
                    {%%- for name in names -%%}
                    {{ name }} as {{ name | replace('id', 'key') }}{{ ", " if not loop.last }}
                    {%%- endfor -%%}
                {%%- endmacro %%}

                {%% macro since_first_day_%1$d(column) -%%}
                    {%%- if var('keep_days') | int > 0 -%%}
                    {{ column }} >= cast('{{ var("first_day") }}' as date)
                    {%%- else -%%}
                    true
                    {%%- endif -%%}
                {%%- endmacro %%}
                """.formatted(number);
    }

    private static String docs() {
        StringBuilder text = new StringBuilder();
        for (String column : List.of("id", "customer_id", "status", "amount", "day")) {
            text.append("{% docs column_").append(column).append(" %}\n");
            text.append("What `").append(column).append("` is, and where it comes from.\n{% enddocs %}\n\n");
        }
        return text.toString();
    }

    private static void file(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A hundred models and the seed that they stand on.
    private record Area(Path folder, int number) {

        void write() {
            file(folder, "seeds/" + seed() + ".csv", rows());
            List<String> staging = new ArrayList<>();
            List<String> chain = new ArrayList<>();
            List<String> marts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                staging.add(model("staging", "stg", i, stagingSql(i)));
            }
            for (int i = 0; i < 30; i++) {
                chain.add(model("intermediate", "int", i, chainSql(i)));
            }
            for (int i = 0; i < 10; i++) {
                chain.add(model("intermediate", "fan", i, fanSql(i)));
            }
            for (int i = 0; i < 30; i++) {
                marts.add(model("marts", "fct", i, martSql(i)));
            }
            file(folder, "models/staging/area_" + number + ".yml", properties(staging, false));
            file(folder, "models/intermediate/area_" + number + ".yml", properties(chain, false));
            file(folder, "models/marts/area_" + number + ".yml", properties(marts, true));
        }

        private String seed() {
            return "orders_" + number;
        }

        private String name(String kind, int i) {
            return kind + "_" + number + "_" + i;
        }

        private String model(String layer, String kind, int i, String sql) {
            file(folder, "models/" + layer + "/area_" + number + "/" + name(kind, i) + ".sql", sql);
            return name(kind, i);
        }

        private String rows() {
            StringBuilder text = new StringBuilder("id,customer_id,status,amount,day\n");
            for (int row = 1; row <= ROWS; row++) {
                text.append("%d,%d,%s,%d,2025-%02d-%02d\n"
                        .formatted(
                                row,
                                row % 7 + 1,
                                List.of("open", "paid", "shipped").get(row % 3),
                                row * 125,
                                row % 12 + 1,
                                row % 28 + 1));
            }
            return text.toString();
        }

        private String stagingSql(int i) {
            return """
                    {%% set macro_number = %d %%}
                    with source as (

                        select * from {{ ref('%s') }}

                    ),

                    renamed as (

                        select
                            id,
                            customer_id,
                            lower(status) as status,
                            {{ in_currency_%d('amount') }} as amount,
                            cast(day as date) as day
                        from source
                        where {{ since_first_day_%d('day') }}

                    )

                    select * from renamed -- in {{ var('currency') }}
                    """.replace("{{%%", "{%%")
                    .replace("%%}}", "%%}")
                    .formatted(i % MACRO_FILES, seed(), i % MACRO_FILES, i % MACRO_FILES);
        }

        private String chainSql(int i) {
            String before = i == 0 ? name("stg", 0) : name("int", i - 1);
            String config = i % 5 == 4 ? "{{ config(materialized='ephemeral') }}\n" : "";
            return config + """
                    {%% set statuses = ['open', 'paid', 'shipped'] %%}
                    select
                        id,
                        customer_id,
                        status,
                        amount + %d as amount,
                        day
                    from {{ ref('%s') }}
                    where status in (
                        {%%- for status in statuses %%}'{{ status }}'{{ ', ' if not loop.last }}{%% endfor -%%}
                    )
                    """.formatted(i, before);
        }

        private String fanSql(int i) {
            StringBuilder sql = new StringBuilder("{% set parts = [");
            for (int part = 0; part < 10; part++) {
                sql.append(part == 0 ? "" : ", ")
                        .append('\'')
                        .append(name("stg", (i + 3 * part) % 30))
                        .append('\'');
            }
            return sql.append("""
                    ] %}
                    {% for part in parts %}
                    select id, customer_id, status, amount, day from {{ ref(part) }}
                    where id % {{ parts | length }} = {{ loop.index0 }}
                    {% if not loop.last %}union all{% endif %}
                    {% endfor %}
                    """).toString();
        }

        private String martSql(int i) {
            if (i % 3 == 0) {
                return """
                        {{ config(materialized='incremental', unique_key='id', tags=['incremental']) }}
                        select id, customer_id, status, amount, day
                        from {{ ref('%s') }}
                        {%% if is_incremental() %%}
                        where day > (select max(day) from {{ this }})
                        {%% endif %%}
                        """.formatted(name("fan", i % 10));
            }
            return """
                    {{ config(tags=['daily']) }}
                    with orders as (select * from {{ ref('%s') }}),
                    chain as (select * from {{ ref('%s') }})
                    select
                        orders.id,
                        orders.customer_id,
                        orders.status,
                        orders.amount + coalesce(chain.amount, 0) as amount,
                        orders.day
                    from orders
                    left join chain using (id)
                    """.formatted(name("stg", i), name("int", i % 30));
        }

        private static String properties(List<String> models, boolean isMart) {
            StringBuilder text = new StringBuilder("version: 2\nmodels:\n");
            for (String model : models) {
                text.append("  - name: ").append(model).append('\n');
                text.append("    description: >\n      The model %s, which stands for one of many.\n".formatted(model));
                text.append("    config:\n      meta: {reviewed: true}\n    columns:\n");
                text.append(column("id", "[not_null]"));
                text.append(column("customer_id", "[]"));
                text.append(column("status", isMart ? "[{accepted_values: {values: [open, paid, shipped]}}]" : "[]"));
                text.append(column("amount", "[]"));
                text.append(column("day", "[]"));
            }
            return text.toString();
        }

        private static String column(String name, String tests) {
            return """
                          - name: %s
                            description: "{{ doc('column_%s') }}"
                            data_tests: %s
                    """.formatted(name, name, tests);
        }
    }
}
