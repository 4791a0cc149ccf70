package basin.core.project;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.settings.References;
import basin.core.settings.Row;
import basin.core.settings.SettingsBinder;
import basin.core.settings.SettingsBinder.Chosen;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import basin.core.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the files that define sources: each is a source, or a template that a table fills.
final class SourceFiles {
    private static final String NAME = "name";
    private static final String FOR_EACH = "for_each";

    private final Path project;
    private final Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    private final References references;

    /// @param project the project folder, absolute
    SourceFiles(Path project, List<SourceType> types, References references) {
        this.project = project;
        this.references = references;
        types.forEach(type -> this.types.put(type.name(), type.settings()));
    }

    /// Reads all `.yml` and `.yaml` files in a folder and below, by path; none if the folder is missing.
    List<SourceReading> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<SourceReading> readings = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            below.filter(SourceFiles::isYaml).sorted().forEach(file -> readFile(file, readings));
        } catch (IOException e) {
            readings.add(unreadable(folder, e));
        } catch (UncheckedIOException e) {
            readings.add(unreadable(folder, Objects.requireNonNull(e.getCause())));
        }
        return readings;
    }

    private SourceReading unreadable(Path folder, IOException e) {
        return SourceReading.wrong(
                null,
                List.of(Problem.wrong("the folder cannot be read", new Place.InFile(project.relativize(folder)))
                        .because(DiskRefusal.reason(e))));
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file);
    }

    private void readFile(Path file, List<SourceReading> readings) {
        Problems problems = new Problems();
        Place.InFile place = new Place.InFile(project.relativize(file));
        YamlNode node = YamlReader.read(file, place.file(), problems);
        YamlMap.Entry forEach = node instanceof YamlMap map ? map.get(FOR_EACH) : null;
        if (node != null && forEach != null) {
            readTemplate(node, place, file, forEach.value(), problems, readings);
        } else if (node != null) {
            readings.add(source(node, place, null, problems));
        } else {
            readings.add(SourceReading.wrong(null, problems.inReadingOrder()));
        }
    }

    private void readTemplate(
            YamlNode node,
            Place.InFile place,
            Path file,
            YamlNode forEach,
            Problems problems,
            List<SourceReading> readings) {
        List<Problem> ofTemplate = problems.inReadingOrder();
        List<Row> rows = new TemplateTable(project, problems).rows(forEach, file, references);
        if (!problems.isEmpty()) {
            readings.add(SourceReading.wrong(null, problems.inReadingOrder()));
        }
        for (Row row : rows) {
            Problems ofRow = new Problems();
            ofRow.addAll(ofTemplate);
            readings.add(source(node, place, row, ofRow));
        }
    }

    private SourceReading source(YamlNode node, Place.InFile file, @Nullable Row row, Problems problems) {
        References own = row == null ? references : references.within(row);
        Chosen<SourceHeader> chosen =
                new SettingsBinder(project, own, problems).choose(node, file, SourceHeader.class, types);
        YamlMap.Entry name = node instanceof YamlMap map ? map.get(NAME) : null;
        if (chosen != null) {
            Place.InFile written = name == null ? file : name.value().place();
            SourceDefinition definition = definition(chosen, row == null ? written : row.place(), problems);
            if (problems.isEmpty()) {
                return SourceReading.right(definition);
            }
        }
        String known =
                name != null && name.value() instanceof YamlScalar scalar ? own.text(scalar, new Problems()) : null;
        return SourceReading.wrong(known, problems.inReadingOrder());
    }

    private static SourceDefinition definition(Chosen<SourceHeader> chosen, Place.InFile place, Problems problems) {
        SourceHeader header = chosen.beside();
        String reserved = SourceName.whyReserved(header.name());
        if (reserved != null) {
            problems.add(Problem.wrong("a source cannot be called '" + header.name() + "'", place)
                    .because(reserved));
        }
        return new SourceDefinition(
                header.name(), chosen.word(), header.description(), header.tags(), chosen.settings(), place);
    }
}
