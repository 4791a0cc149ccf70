package basin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small dbt project in a folder: a seed, a view over it, a table over that, and tests of both.
record HatProject(Path folder) {

    /// Lays it out.
    static HatProject in(Path folder) {
        HatProject project = new HatProject(folder);
        project.write("dbt_project.yml", """
                name: hats
                version: '1.0'
                profile: hats
                models:
                  hats:
                    marts: {+materialized: table}
                clean-targets: [target]
                """);
        project.write("seeds/raw_orders.csv", """
                id,hat,price
                1,bowler,20
                2,fedora,30
                3,bowler,20
                """);
        project.write("models/staging/stg_orders.sql", """
                select id, hat, price * {{ var('rate', 1) }} as price
                from {{ ref('raw_orders') }}
                """);
        project.write("models/marts/hats_sold.sql", """
                select hat, count(*) as orders, sum(price) as revenue
                from {{ ref('stg_orders') }}
                group by hat
                """);
        project.write("models/schema.yml", """
                models:
                  - name: stg_orders
                    columns:
                      - {name: id, data_tests: [unique, not_null]}
                  - name: hats_sold
                    columns:
                      - {name: hat, data_tests: [unique]}
                """);
        return project;
    }

    /// Writes one of its files.
    void write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a query over its lake answers, as CSV without the header.
    String ask(String sql) {
        Typed.Seen seen = new Typed(folder).basin("sql", "--format", "csv", sql);
        return seen.out().substring(seen.out().indexOf('\n') + 1).strip();
    }
}
