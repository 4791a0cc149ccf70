package basin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dbt project in which DuckDB has as little to do as can be: models of one row that read nothing.
/// What building it takes is what is done for each model.
///
/// @param materialized what the models are made into: `table` or `view`
record TrivialProject(String materialized, int models) {

    /// Writes the project into a folder.
    void writeInto(Path folder) throws IOException {
        Path templates = Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("dbt_project.yml"), """
                name: trivial
                version: '1.0'
                models:
                  +materialized: %s
                """.formatted(materialized));
        for (int i = 0; i < models; i++) {
            Files.writeString(templates.resolve(name(i) + ".sql"), sql(i));
        }
    }

    static String name(int model) {
        return "model_" + model;
    }

    /// What a model is made of: plain SQL, which is a template, too.
    static String sql(int model) {
        return "select " + model + " as id, 'one of many' as name, date '2025-01-01' as day\n";
    }
}
