package basin.model.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a version must be: `>=1.0.0`, `<2.0.0`, `1.3.0`.
///
/// @param operator `=`, `<`, `<=`, `>` or `>=`
record VersionCondition(String operator, SemanticVersion version) {
    private static final Pattern FORM = Pattern.compile("\\s*(>=|<=|>|<|=)?\\s*(.+?)\\s*");

    /// Reads conditions, several in one text with commas between them; null if one of them is none.
    static @Nullable List<VersionCondition> parse(List<String> texts) {
        List<VersionCondition> conditions = new ArrayList<>();
        for (String text : texts) {
            for (String one : text.split(",")) {
                Matcher form = FORM.matcher(one);
                SemanticVersion version = form.matches() ? SemanticVersion.parse(form.group(2)) : null;
                if (version == null) {
                    return null;
                }
                conditions.add(new VersionCondition(form.group(1) == null ? "=" : form.group(1), version));
            }
        }
        return conditions;
    }

    /// Whether a version is as it must be.
    boolean holds(SemanticVersion other) {
        int order = other.compareTo(version);
        return switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    @Override
    public String toString() {
        return operator + version.major() + "." + version.minor() + "." + version.patch()
                + (version.isRelease() ? "" : "-" + version.prerelease());
    }
}
