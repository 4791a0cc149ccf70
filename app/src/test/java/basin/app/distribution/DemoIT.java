package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first thing that anyone types.
final class DemoIT {
    private static final Path BASIN = Path.of("target", "basin", "bin", "basin").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theDemoEndsWithAnswersAndLeavesAProjectToAsk() throws IOException, InterruptedException {
        Shell shell = new Shell(folder, Map.of("JAVA_HOME", System.getProperty("java.home")));

        Shell.Outcome demo = shell.run(BASIN, "demo", "--once", "--scale", "0.02");

        assertThat(demo.errors()).doesNotContain("\tat ");
        assertThat(demo.exit()).as(demo.errors()).isZero();
        assertThat(demo.output())
                .contains("shop.orders", "✔ shop: 16 tables", "✔ 102 steps")
                .contains("Revenue by month", "Late shipments by carrier", "place_after", "after_8");

        Path project = folder.resolve("basin-demo");
        try (var files = Files.list(project)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsAll(List.of(
                            "basin.yml", "sources", "dbt_project.yml", "models", "queries", "README.md", ".env"));
        }
        Shell.Outcome answer = shell.run(
                BASIN,
                "sql",
                "--project",
                project.toString(),
                "--format",
                "csv",
                "select count(*) > 1000 as many, sum(total) > 0 as paid from shop.orders");
        assertThat(answer.output()).isEqualTo("many,paid\ntrue,true\n");
    }
}
