package basin.model.document;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.yaml.YamlDialect;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import basin.core.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// How a document is read: what renders its templates, and what takes its mistakes.
public record Reading(ValueTemplates templates, Findings findings) {

    /// Parses a document whose outermost level is a mapping.
    ///
    /// @param shownAs the path that problems name
    /// @return the mapping, empty if the document is; null if it is something else, which is then a mistake
    public @Nullable Mapping parse(String text, Path shownAs) {
        YamlNode node = YamlReader.parse(text, shownAs, YamlDialect.PYTHON, findings.mistakes());
        return switch (node) {
            case null -> null;
            case YamlMap map -> new Mapping(map, this);
            case YamlScalar scalar
            when scalar.isNothing() -> new Mapping(new YamlMap(scalar.place(), new LinkedHashMap<>()), this);
            case YamlNode other -> {
                findings.mistake(
                        "the file must hold a mapping, but holds " + other.describe(),
                        other.place(),
                        "write one 'key: value' per line");
                yield null;
            }
        };
    }

    /// A value with its templates rendered; one that cannot be is null, and a mistake.
    @Nullable
    Object rendered(YamlNode node) {
        return PlainValues.of(node, (scalar, text) -> rendered(text, scalar.place()));
    }

    /// A text rendered if it is a template; one that cannot be is null, and a mistake.
    public @Nullable Object rendered(String text, Place.InFile place) {
        if (!ValueTemplates.isTemplate(text)) {
            return text;
        }
        try {
            return templates.render(text, place);
        } catch (ProblemException e) {
            findings.mistakes().addAll(e.problems());
            return null;
        }
    }
}
