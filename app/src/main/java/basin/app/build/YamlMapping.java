package basin.app.build;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping that is typed as the value of an option: `{start: 2026-01-01}`.
final class YamlMapping {
    private YamlMapping() {}

    /// As plain values.
    ///
    /// @param option that it is the value of: `--vars`
    /// @throws ProblemException if it is none
    static Map<String, @Nullable Object> of(String option, String typed) {
        Findings findings = new Findings();
        Mapping mapping = new Reading(ValueTemplates.NONE, findings).parse(typed, Path.of(option));
        if (mapping == null || !findings.mistakes().isEmpty()) {
            throw new ProblemException(Problem.wrong(option + " is no mapping in YAML: " + typed, Place.NOWHERE)
                    .advise("write " + option + " '{name: value}'"));
        }
        return mapping.rawValues();
    }
}
