package basin.model.selection;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.fixture.Projects;
import basin.model.graph.ProjectGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Selections find what a plain matrix of who reaches whom says.
final class SelectionPropertyTest {
    /// What model `i` refers to: models of lower numbers.
    record Dag(List<Set<Integer>> needs) {
        int size() {
            return needs.size();
        }

        /// How many steps lead from one model down to another that it needs; a large number if none do.
        int[][] distances() {
            int far = 1_000;
            int[][] distance = new int[size()][size()];
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    distance[i][j] = i == j ? 0 : needs.get(i).contains(j) ? 1 : far;
                }
            }
            for (int k = 0; k < size(); k++) {
                for (int i = 0; i < size(); i++) {
                    for (int j = 0; j < size(); j++) {
                        distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
                    }
                }
            }
            return distance;
        }
    }

    /// A criterion on one model; steps of -1 are not written, those of 0 mean all.
    record Term(int model, boolean around, int parents, int children) {
        String written() {
            String before = parents < 0 ? "" : (parents == 0 ? "" : parents) + "+";
            String behind = children < 0 ? "" : "+" + (children == 0 ? "" : children);
            return around ? "@m" + model : before + "m" + model + behind;
        }

        Set<Integer> means(Dag dag) {
            int[][] distance = dag.distances();
            Set<Integer> found = new HashSet<>();
            for (int other = 0; other < dag.size(); other++) {
                if (around) {
                    for (int child = 0; child < dag.size(); child++) {
                        if (distance[child][model] < 1_000 && distance[child][other] < 1_000) {
                            found.add(other);
                        }
                    }
                } else if (other == model
                        || (parents >= 0 && distance[model][other] <= (parents == 0 ? 999 : parents))
                        || (children >= 0 && distance[other][model] <= (children == 0 ? 999 : children))) {
                    found.add(other);
                }
            }
            return found;
        }
    }

    @Property(tries = 60)
    void selectionsAgreeWithReachability(
            @ForAll("dags") Dag dag,
            @ForAll("terms") List<List<Term>> included,
            @ForAll("terms") List<List<Term>> excluded)
            throws IOException {
        Path folder = Files.createTempDirectory("selection");
        try {
            ProjectGraph graph = project(dag, folder);
            Selection selection = SelectionParser.parse(written(included, dag), written(excluded, dag));

            Set<String> selected = new Selector(graph, null, IndirectSelection.EAGER).select(selection);

            Set<Integer> expected = included.isEmpty() ? all(dag) : union(included, dag);
            if (!excluded.isEmpty()) {
                expected.removeAll(union(excluded, dag));
            }
            assertThat(new TreeSet<>(selected))
                    .isEqualTo(
                            expected.stream().map(i -> "model.p.m" + i).collect(Collectors.toCollection(TreeSet::new)));
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<Dag> dags() {
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(size -> Arbitraries.integers()
                        .between(0, 8)
                        .set()
                        .ofMaxSize(3)
                        .list()
                        .ofSize(size)
                        .map(sets -> {
                            List<Set<Integer>> needs = new ArrayList<>();
                            for (int i = 0; i < size; i++) {
                                int model = i;
                                needs.add(sets.get(i).stream()
                                        .filter(j -> j < model)
                                        .collect(Collectors.toSet()));
                            }
                            return new Dag(needs);
                        }));
    }

    @Provide
    Arbitrary<List<List<Term>>> terms() {
        Arbitrary<Term> term = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(-1, 3))
                .as(Term::new);
        return term.list().ofMinSize(1).ofMaxSize(2).list().ofMaxSize(3);
    }

    private static ProjectGraph project(Dag dag, Path folder) {
        StringBuilder files = new StringBuilder("== dbt_project.yml\nname: p\n");
        for (int i = 0; i < dag.size(); i++) {
            files.append("== models/m").append(i).append(".sql\nselect 1\n");
            dag.needs()
                    .get(i)
                    .forEach(j -> files.append("-- {{ ref('m").append(j).append("') }}\n"));
        }
        Projects.write(folder, files.toString());
        return Projects.read(folder).graph();
    }

    private static List<String> written(List<List<Term>> union, Dag dag) {
        return union.stream()
                .map(terms ->
                        terms.stream().map(term -> within(term, dag).written()).collect(Collectors.joining(",")))
                .toList();
    }

    private static Set<Integer> union(List<List<Term>> union, Dag dag) {
        Set<Integer> all = new HashSet<>();
        for (List<Term> terms : union) {
            Set<Integer> common = all(dag);
            terms.forEach(term -> common.retainAll(within(term, dag).means(dag)));
            all.addAll(common);
        }
        return all;
    }

    private static Term within(Term term, Dag dag) {
        return new Term(term.model() % dag.size(), term.around(), term.parents(), term.children());
    }

    private static Set<Integer> all(Dag dag) {
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < dag.size(); i++) {
            all.add(i);
        }
        return all;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
