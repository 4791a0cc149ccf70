package basin.app.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A dbt project whose builds are numbered, and each row of whose tables bears the number of the build that wrote it:
/// rows of two builds beside each other, one too few or one twice would show. It has a table for each way in which a
/// table is written.
///
/// @param folder the project's
record NumberedProject(Path folder) implements Installed {
    private static final int ROWS = 60_000;
    private static final int SEED_ROWS = 5_000;
    private static final String MODEL = """
            {{ config(%s) }}
            select i as id, {{ var('build') }} as build, md5(i::varchar || '{{ var('build') }}') as note
            from range(%d) as r(i)
            """;

    /// The tables that hold the rows of one build alone.
    private static final List<String> OF_ONE_BUILD = List.of("seeded", "replaced", "merged", "exchanged");

    /// All steps of a build.
    static final List<String> STEPS = List.of(
            "seed.numbered.seeded",
            "model.numbered.replaced",
            "model.numbered.merged",
            "model.numbered.exchanged",
            "model.numbered.appended",
            "snapshot.numbered.watched");

    /// Writes its files.
    static NumberedProject in(Path folder) throws IOException {
        NumberedProject project = new NumberedProject(folder);
        project.write("dbt_project.yml", "{name: numbered, version: '1.0', vars: {build: 0}}");
        project.model("replaced", "materialized='table'");
        project.model("merged", incremental("merge"));
        project.model("exchanged", incremental("delete+insert"));
        project.model("appended", "materialized='incremental', incremental_strategy='append'");
        project.write(
                "snapshots/watched.sql",
                "{% snapshot watched %}\n"
                        + MODEL.formatted("unique_key='id', strategy='check', check_cols=['build']", ROWS)
                        + "{% endsnapshot %}\n");
        return project;
    }

    /// The command line of a build of that number, whose seed is written first.
    String[] build(int number) throws IOException {
        write(
                "seeds/seeded.csv",
                IntStream.range(0, SEED_ROWS)
                        .mapToObj(id -> id + "," + number + "\n")
                        .collect(Collectors.joining("", "id,build\n", "")));
        return new String[] {"build", "--threads", "2", "--vars", "{build: " + number + "}"};
    }

    /// The number of the build that each table is of.
    ///
    /// @return a line for each; a table whose rows are not exactly those of one build, or of all builds up to one
    ///         where earlier rows are kept, has none
    List<String> builds() throws IOException, InterruptedException {
        StringBuilder sql = new StringBuilder();
        for (String table : OF_ONE_BUILD) {
            sql.append(line(
                            table,
                            "min(build) = max(build) and count(*) = count(distinct id) and count(*) = "
                                    + (table.equals("seeded") ? SEED_ROWS : ROWS)))
                    .append(" union all ");
        }
        sql.append(line("appended", allUpToOne())).append(" union all ");
        sql.append(line(
                "watched",
                allUpToOne() + " and count(*) filter (dbt_valid_to is null) = " + ROWS
                        + " and max(build) = min(build) filter (dbt_valid_to is null)"));
        return answers(sql + " order by 1");
    }

    /// The same where everything is of that build.
    static List<String> all(int number) {
        return STEPS.stream()
                .map(step -> step.substring(step.lastIndexOf('.') + 1) + "," + number)
                .sorted()
                .toList();
    }

    private static String line(String table, String isWhole) {
        return "select '" + table + "' as name, case when " + isWhole + " then max(build) end as build from main."
                + table;
    }

    private static String allUpToOne() {
        return "count(*) = " + ROWS + " * max(build) and count(distinct build) = max(build)";
    }

    private static String incremental(String strategy) {
        return "materialized='incremental', unique_key='id', incremental_strategy='" + strategy + "'";
    }

    private void model(String name, String config) throws IOException {
        write("models/" + name + ".sql", MODEL.formatted(config, ROWS));
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
