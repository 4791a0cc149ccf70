package basin.run.build;

import basin.core.settings.Environment;
import basin.duck.DuckSettings;
import basin.engine.QueryOptions;
import basin.engine.workspace.Workspace;
import basin.engine.workspace.WorkspaceSettings;
import basin.engine.workspace.duck.DuckWorkspace;
import basin.lake.Lake;
import basin.lake.LakeSettings;
import basin.model.context.Invocation;
import basin.model.context.Messages;
import basin.model.project.ProjectOptions;
import basin.model.project.Target;
import basin.model.resource.Node;
import basin.model.resource.Seed;
import basin.testkit.TemporaryFolder;
import basin.testkit.dbt.GeneratedProject;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/// What reading a generated dbt project and compiling all of it takes in a process that goes on
/// running: the first time, and then again and again. Started by `bench/models`.
final class ProjectReading {
    private static final long MEMORY = 256L << 20;

    private ProjectReading() {}

    /// @param arguments models (1,000) and rounds (20)
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        int models = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (TemporaryFolder folder = TemporaryFolder.create("project-reading")) {
            Path project = folder.path().resolve("project");
            new GeneratedProject(models).writeInto(project);
            read(project, folder.path(), rounds);
        }
    }

    private static void read(Path folder, Path state, int rounds) {
        List<Cost> reading = new ArrayList<>();
        List<Cost> compiling = new ArrayList<>();
        int nodes = 0;
        for (int round = 0; round < rounds; round++) {
            Cost start = Cost.now();
            ModelProject project = project(folder);
            reading.add(Cost.now().since(start));
            try (Lake lake = Lake.open(LakeSettings.local(state.resolve("lake"), state.resolve("system.db")));
                    Workspace workspace = workspace(lake, project.graph().tree().target(), folder, state);
                    Compilation compilation = new Compilation(project, workspace, QueryOptions.usual())) {
                start = Cost.now();
                nodes = compile(project, compilation);
                compiling.add(Cost.now().since(start));
            }
        }
        System.out.printf("%d templates in one process, milliseconds (those of CPU time)%n", nodes);
        print("reading the project", reading);
        print("compiling all of it", compiling);
    }

    private static int compile(ModelProject project, Compilation compilation) {
        int compiled = 0;
        for (String id : project.graph().inOrder()) {
            Node node = project.graph().node(id);
            if (node != null && !(node.kind() instanceof Seed)) {
                compilation.compile(node);
                compiled++;
            }
        }
        return compiled;
    }

    private static ModelProject project(Path folder) {
        Invocation invocation = Invocation.of("a-run", Instant.parse("2026-01-02T03:04:05Z"), "compile", Map.of());
        Environment environment = new Environment(Map.of("DBT_PROFILES_DIR", folder.toString()));
        return ModelProject.read(ProjectOptions.of(folder, environment), invocation, Messages.NONE);
    }

    private static Workspace workspace(Lake lake, Target target, Path folder, Path state) {
        DuckSettings duck = new DuckSettings(MEMORY, state.resolve("tmp"), MEMORY, 2);
        return DuckWorkspace.open(
                lake, new WorkspaceSettings(target.database(), target.schema(), List.of(folder), duck));
    }

    private static void print(String what, List<Cost> rounds) {
        List<Cost> warm = rounds.subList(2, rounds.size()).stream()
                .sorted(Comparator.comparingDouble(Cost::milliseconds))
                .toList();
        System.out.printf(
                "%-20s first %s, second %s; later: best %s, median %s, worst %s%n",
                what, rounds.get(0), rounds.get(1), warm.getFirst(), warm.get(warm.size() / 2), warm.getLast());
    }

    /// @param milliseconds by the clock
    /// @param cpu          milliseconds of all threads of the process
    private record Cost(double milliseconds, double cpu) {
        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        static Cost now() {
            return new Cost(System.nanoTime() / 1e6, SYSTEM.getProcessCpuTime() / 1e6);
        }

        Cost since(Cost start) {
            return new Cost(milliseconds - start.milliseconds, cpu - start.cpu);
        }

        @Override
        public String toString() {
            return "%.0f (%.0f)".formatted(milliseconds, cpu);
        }
    }
}
