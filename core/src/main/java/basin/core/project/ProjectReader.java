package basin.core.project;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Problems;
import basin.core.settings.Environment;
import basin.core.settings.References;
import basin.core.settings.SecretStore;
import basin.core.settings.SettingsBinder;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a project folder, once.
final class ProjectReader {
    private static final Path SETTINGS = Path.of("basin.yml");
    private static final Path DBT_PROJECT = Path.of("dbt_project.yml");
    private static final Path SOURCES = Path.of("sources");

    private final Path folder;
    private final Problems problems = new Problems();

    /// @param folder the project folder, as it was given
    ProjectReader(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        refuseWhatIsNoProject(new Place.InFile(folder));
    }

    /// @param environment the environment of the process
    ProjectReading read(List<SourceType> types, Map<String, String> environment) {
        Environment variables = Environment.of(environment, folder, problems);
        References references = new References(variables, new SecretStore(variables, folder));
        BasinSettings settings = settings(references);
        SourceFiles files = new SourceFiles(folder, types, references);
        List<SourceReading> readings = SourceReading.refuseSameNames(files.read(folder.resolve(SOURCES)));
        readings.forEach(reading -> problems.addAll(reading.problems()));
        if (settings == null) {
            throw new ProblemException(problems.inReadingOrder());
        }
        List<SourceDefinition> right = new ArrayList<>();
        Map<String, List<Problem>> broken = new LinkedHashMap<>();
        for (SourceReading reading : readings) {
            if (reading.definition() != null) {
                right.add(reading.definition());
            } else if (reading.name() != null) {
                broken.computeIfAbsent(reading.name(), name -> new ArrayList<>())
                        .addAll(reading.problems());
            }
        }
        right.sort(Comparator.comparing(SourceDefinition::name));
        Project project = new Project(nameOf(settings), folder, settings, List.copyOf(right));
        return new ProjectReading(project, problems.inReadingOrder(), broken);
    }

    private void refuseWhatIsNoProject(Place place) {
        if (!Files.exists(folder)) {
            throw refuse("there is no such folder", place);
        }
        if (!Files.isDirectory(folder)) {
            throw refuse("a project is a folder, but this is a file", place);
        }
        boolean project = Files.exists(folder.resolve(SETTINGS))
                || Files.exists(folder.resolve(DBT_PROJECT))
                || Files.isDirectory(folder.resolve(SOURCES));
        if (!project) {
            throw refuse("this folder is no project: it has no basin.yml, no dbt_project.yml and no sources/", place);
        }
    }

    private static ProblemException refuse(String what, Place place) {
        return new ProblemException(Problem.wrong(what, place)
                .advise("name the project's folder with --project, or begin one with 'basin init'"));
    }

    private @Nullable BasinSettings settings(References references) {
        Path file = folder.resolve(SETTINGS);
        Place.InFile place = new Place.InFile(SETTINGS);
        YamlNode node = Files.exists(file)
                ? YamlReader.read(file, SETTINGS, problems)
                : new YamlMap(place, new LinkedHashMap<>());
        return node == null
                ? null
                : new SettingsBinder(folder, references, problems).bind(node, place, BasinSettings.class);
    }

    private String nameOf(BasinSettings settings) {
        if (settings.name() != null) {
            return settings.name();
        }
        Path last = folder.getFileName();
        return last == null ? "basin" : last.toString();
    }
}
