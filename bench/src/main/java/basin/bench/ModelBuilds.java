package basin.bench;

import basin.testkit.TemporaryFolder;
import basin.testkit.dbt.GeneratedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The commands of a large dbt project, each a process of its own, and what Basin adds to each model
/// beside bare DuckDB.
///
/// Arguments: the `basin` command, the number of models (1,000), how many rounds (3).
public final class ModelBuilds {
    private static final List<String> TRIVIAL = List.of("view", "table");

    private final Path basin;
    private final int models;
    private final int rounds;

    private ModelBuilds(Path basin, int models, int rounds) {
        this.basin = basin;
        this.models = models;
        this.rounds = rounds;
    }

    /// @param args the `basin` command, models, rounds
    public static void main(String[] args) throws Exception {
        int models = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        ModelBuilds builds = new ModelBuilds(Path.of(args[0]).toAbsolutePath(), models, rounds);
        builds.commands();
        for (String materialized : TRIVIAL) {
            builds.overhead(new TrivialProject(materialized, models));
        }
    }

    /// Reading, compiling, building and building again, in processes of their own.
    private void commands() throws IOException, InterruptedException {
        List<List<Measured>> measured =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            try (TemporaryFolder folder = TemporaryFolder.create("basin-bench")) {
                new GeneratedProject(models).writeInto(folder.path());
                measured.get(0).add(run(folder.path(), "ls", "-q"));
                measured.get(1).add(run(folder.path(), "compile"));
                measured.get(2).add(run(folder.path(), "build", "-q"));
                measured.get(3).add(run(folder.path(), "build", "-q"));
            }
        }
        System.out.printf(
                "%,d models, medians of %d rounds%n%n%-24s %8s %8s %10s%n",
                models, rounds, "", "seconds", "CPU-s", "peak MiB");
        print("ls (reads)", measured.get(0));
        print("compile (and renders)", measured.get(1));
        print("build, the first", measured.get(2));
        print("build, unchanged", measured.get(3));
    }

    /// What a model costs beside its SQL.
    private void overhead(TrivialProject project) throws IOException, InterruptedException, SQLException {
        List<Double> added = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (TemporaryFolder folder = TemporaryFolder.create("basin-bench")) {
                Path written = folder.path().resolve("project");
                project.writeInto(written);
                double bare = BareDuck.seconds(project, folder.path().resolve("bare.duckdb"));
                double build = run(written, "build", "-q").seconds();
                added.add((build - bare) / models * 1e3);
            }
        }
        added.sort(Comparator.naturalOrder());
        System.out.printf(
                "%n%,d trivial %ss: %.1f ms for each beside bare DuckDB, start and reading included (%.1f to %.1f)%n",
                models, project.materialized(), added.get(rounds / 2), added.getFirst(), added.getLast());
    }

    private Measured run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(basin.toString()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("basin-bench", ".log");
        try {
            return Measured.run(command, folder, Map.of(), log);
        } finally {
            Files.delete(log);
        }
    }

    private static void print(String what, List<Measured> rounds) {
        rounds.sort(Comparator.comparingDouble(Measured::seconds));
        Measured middle = rounds.get(rounds.size() / 2);
        System.out.printf(
                "%-24s %8.2f %8.2f %10d%n", what, middle.seconds(), middle.cpuSeconds(), middle.peakBytes() >> 20);
    }
}
