package basin.model;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever stands in the files of a project, reading it ends, with mistakes that have a place.
final class GarbledProjectsTest {

    /// A change to one of the files.
    ///
    /// @param file its number, more or less
    /// @param at the line, more or less
    /// @param text what the line becomes; empty to leave it out
    record Change(int file, int at, String text) {}

    @Property(tries = 60)
    void readingAGarbledProjectEndsWithMistakes(@ForAll("changes") List<Change> changes) throws IOException {
        Path folder = Files.createTempDirectory("garbled");
        try {
            garble(folder, changes);
            Findings findings = new Findings();

            ProjectTree tree = ProjectTree.read(ProjectOptions.of(folder, new Environment(Map.of())), findings);
            if (tree != null) {
                GraphBuilder.build(ProjectContents.read(tree, findings), new LiteralTemplates(), findings);
            }

            assertThat(findings.mistakes().inReadingOrder())
                    .allSatisfy(problem -> assertThat(problem.place()).isInstanceOf(Place.InFile.class));
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> text = Arbitraries.of(
                "",
                "- ",
                "  name:",
                "  - name: orders",
                "    columns: {a: b}",
                "    data_tests: not_null",
                "      - {unique: [1]}",
                "    config: [1, 2]",
                "    config: {enabled: maybe, tags: {a: b}, meta: 7}",
                "    versions: [{v: 1}, {v: 1}, 3]",
                "    depends_on: [[ref('a')], 1, \"ref(\"]",
                "  freshness: {warn_after: 3}",
                "{{ config(materialized=) }}",
                "{{ ref() }}",
                "{{ source('a') }}",
                "{% snapshot %}",
                "{% enddocs %}",
                "? [a, b]",
                "&a *a",
                "\t\u0000",
                "key: \"{{ nope(\"",
                "  <<: [1]",
                "~: ~");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 60),
                        text)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static void garble(Path folder, List<Change> changes) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Projects.SHOP)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = folder.resolve(Projects.SHOP.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
                files.add(copy);
            }
        }
        for (Change change : changes) {
            Path file = files.get(change.file() % files.size());
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            int at = lines.isEmpty() ? 0 : change.at() % lines.size();
            if (!lines.isEmpty() && change.text().isEmpty()) {
                lines.remove(at);
            } else {
                lines.add(at, change.text());
            }
            Files.write(file, lines);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
