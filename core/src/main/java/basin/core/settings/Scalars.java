package basin.core.settings;

import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads single values: follows their references, parses them, and holds them against their limits. Each method
/// returns null if something is wrong, which is then reported.
///
/// A problem shows a value as it stands in the file if it came from the environment or a secret, and not at all if
/// the setting is a [Secret].
final class Scalars {
    private final Path folder;
    private final References references;
    private final Problems problems;

    Scalars(Path folder, References references, Problems problems) {
        this.folder = folder;
        this.references = references;
        this.problems = problems;
    }

    /// A value of a type.
    ///
    /// @param setting where limits are declared; null inside of a list or map
    @Nullable
    Object value(ScalarType type, YamlNode node, String path, @Nullable Setting setting) {
        Resolved resolved = resolve(node, path, type.meaning());
        if (resolved == null) {
            return null;
        }
        Object value;
        try {
            value = type.parser().apply(resolved.text());
        } catch (IllegalArgumentException e) {
            return mustBe(type.meaning(), type, resolved, node, path, setting);
        }
        if (setting != null && setting.range() != null) {
            Limits limits = new Limits(setting.range());
            if (!limits.hold(((Number) value).doubleValue())) {
                return mustBe(limits.toString(), type, resolved, node, path, null);
            }
        }
        if (setting != null
                && setting.matches() != null
                && !resolved.text().matches(setting.matches().value())) {
            return mustBe(setting.matches().meaning(), type, resolved, node, path, setting);
        }
        return value instanceof Path relative ? folder.resolve(relative).normalize() : value;
    }

    /// What stands behind one of several words; `kebab-case` and `snake_case` are the same.
    <T> @Nullable T word(Map<String, T> choices, YamlNode node, String path) {
        String good = "one of " + String.join(", ", choices.keySet());
        Resolved resolved = resolve(node, path, good);
        if (resolved == null) {
            return null;
        }
        T choice = choices.get(resolved.text().replace('_', '-'));
        if (choice == null) {
            String remedy = resolved.hidden() ? null : Suggestion.didYouMean(resolved.text(), choices.keySet());
            report(
                    Problem.wrong("unknown %s %s; %s".formatted(path, resolved.shown(), good), node.place())
                            .advise(remedy),
                    resolved);
        }
        return choice;
    }

    private @Nullable Resolved resolve(YamlNode node, String path, String expected) {
        if (node instanceof YamlScalar scalar && !scalar.isNothing()) {
            return references.resolve(scalar, problems);
        }
        problems.add(
                Problem.wrong("'%s' must be %s, but is %s".formatted(path, expected, node.describe()), node.place()));
        return null;
    }

    /// Always null.
    private @Nullable Object mustBe(
            String expected,
            ScalarType type,
            Resolved resolved,
            YamlNode node,
            String path,
            @Nullable Setting setting) {
        String shown = type.isSecret() ? "something else" : resolved.shown();
        String remedy = setting == null || setting.example() == null ? null : "for example '" + setting.written() + "'";
        report(
                Problem.wrong("'%s' must be %s, but is %s".formatted(path, expected, shown), node.place())
                        .advise(remedy),
                resolved);
        return null;
    }

    private void report(Problem problem, Resolved resolved) {
        references.report(problem, resolved.fromRow(), problems);
    }
}
