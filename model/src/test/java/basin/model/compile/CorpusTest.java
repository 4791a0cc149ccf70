package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.settings.Environment;
import basin.model.context.GraphView;
import basin.model.context.Invocation;
import basin.model.context.Messages;
import basin.model.context.ProjectContext;
import basin.model.document.Findings;
import basin.model.macro.MacroFiles;
import basin.model.macro.MacroLibrary;
import basin.model.project.ProjectOptions;
import basin.model.project.ProjectTree;
import basin.model.properties.ProjectContents;
import basin.model.resource.Code;
import basin.model.resource.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Public dbt projects are read whole, every template once. They lie in the folder that `BASIN_CORPUS` names,
/// with their packages below `dbt_packages`, and are asked for by `-Pcorpus`.
@EnabledIfSystemProperty(named = "basin.corpus", matches = "/.+")
final class CorpusTest {
    static Stream<Path> projects() throws IOException {
        Path corpus = Path.of(Objects.requireNonNull(System.getProperty("basin.corpus")));
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(path ->
                            path.endsWith("dbt_project.yml") && !path.toString().contains("dbt_packages"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(Path::getParent).filter(CorpusTest::hasItsPackages);
    }

    private static boolean hasItsPackages(Path project) {
        return Stream.of("packages.yml", "dependencies.yml")
                .map(project::resolve)
                .allMatch(file ->
                        !Files.exists(file) || Files.isDirectory(project.resolve("dbt_packages")) || isLocal(file));
    }

    private static boolean isLocal(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .noneMatch(line -> line.contains("package:") || line.contains("git:") || line.contains("tarball:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyTemplateIsRead(Path folder) {
        Findings findings = new Findings();
        ProjectTree tree = Objects.requireNonNull(
                ProjectTree.read(ProjectOptions.of(folder, new Environment(Map.of())), findings));
        ProjectContents contents = ProjectContents.read(tree, findings);
        MacroLibrary library = MacroLibrary.read(tree, contents.macroFiles(), new MacroFiles(), findings.mistakes());
        Compiler compiler = new Compiler(
                new ProjectContext(
                        tree,
                        Invocation.of("corpus", Instant.now(), "compile", Map.of()),
                        library,
                        new GraphView(List::of),
                        Messages.NONE),
                contents.macroProperties());
        assertThat(contents.drafts().parallelStream()
                        .filter(draft -> draft.code().language() == Code.Language.SQL)
                        .flatMap(draft -> mistakes(compiler, draft))
                        .toList())
                .isEmpty();
        assertThat(findings.mistakes().inReadingOrder()).isEmpty();
    }

    private static Stream<Problem> mistakes(Compiler compiler, Draft draft) {
        try {
            compiler.capture(draft);
            return Stream.empty();
        } catch (ProblemException e) {
            return e.problems().stream();
        }
    }
}
