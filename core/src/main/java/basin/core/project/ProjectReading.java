package basin.core.project;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What reading a project folder gave: all that is right of it, and all that is wrong. One bad source harms no
/// other.
///
/// @param project the project without its bad sources
/// @param problems what is wrong, in reading order; empty if the project is sound
/// @param broken the problems of each bad source whose name is known
public record ProjectReading(Project project, List<Problem> problems, Map<String, List<Problem>> broken) {

    /// Reads a project folder.
    ///
    /// @param folder the project folder
    /// @param types the kinds of sources there are
    /// @param environment the environment of the process; behind it stands the file `.env` of the project
    /// @throws ProblemException with every mistake, if the folder is no project or `basin.yml` is wrong
    public static ProjectReading of(Path folder, List<SourceType> types, Map<String, String> environment) {
        return new ProjectReader(folder).read(types, environment);
    }

    /// The project, if nothing at all is wrong with it.
    ///
    /// @throws ProblemException with every mistake
    public Project sound() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return project;
    }

    /// A source, whatever may be wrong with others.
    ///
    /// @throws ProblemException with what is wrong with it, or if there is none of that name
    public SourceDefinition source(String name) {
        List<Problem> own = broken.get(name);
        if (own != null) {
            throw new ProblemException(own);
        }
        return project.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown(name)));
    }

    private List<Problem> unknown(String name) {
        TreeSet<String> names = new TreeSet<>(broken.keySet());
        project.sources().forEach(source -> names.add(source.name()));
        String good = names.isEmpty() ? "the project has none" : "one of " + String.join(", ", names);
        List<Problem> shown = new ArrayList<>();
        shown.add(Problem.wrong("unknown source '" + name + "'; " + good, Place.NOWHERE)
                .advise(Suggestion.didYouMean(name, names)));
        // A source whose name could not even be read may be the one that was meant.
        shown.addAll(problems.stream()
                .filter(problem -> broken.values().stream().noneMatch(own -> own.contains(problem)))
                .toList());
        return shown;
    }
}
