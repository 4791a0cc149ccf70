package basin.model;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemText;
import basin.core.settings.Environment;
import basin.model.document.Findings;
import basin.model.fixture.LiteralTemplates;
import basin.model.fixture.Projects;
import basin.model.graph.GraphBuilder;
import basin.model.project.ProjectOptions;
import basin.model.project.ProjectTree;
import basin.model.properties.ProjectContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each file of `mistakes` is a project that is wrong, and behind the line `== expected` what is said of it.
final class MistakesTest {
    private static final Path FOLDER = Path.of("src/test/resources/mistakes");
    private static final String EXPECTED = "== expected\n";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyMistakeIsSaidWithItsPlaceAndTheWayOut() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private void check(Path file) throws IOException {
        String text = Files.readString(file);
        int expected = text.indexOf(EXPECTED);
        Path project = folder.resolve(String.valueOf(file.getFileName()));
        Projects.write(project, text.substring(0, expected));
        Findings findings = new Findings();

        ProjectTree tree = ProjectTree.read(ProjectOptions.of(project, new Environment(Map.of())), findings);
        if (tree != null) {
            GraphBuilder.build(ProjectContents.read(tree, findings), new LiteralTemplates(), findings);
        }

        assertThat(ProblemText.of(findings.mistakes().inReadingOrder()))
                .isEqualTo(text.substring(expected + EXPECTED.length()).strip());
    }
}
