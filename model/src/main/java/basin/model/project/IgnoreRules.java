package basin.model.project;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/// The files of a project that do not count: those that `.dbtignore` names, in the syntax of `.gitignore`. Of the rules
/// that fit a file the last decides.
final class IgnoreRules {
    private record Rule(PathMatcher matcher, boolean ignores) {}

    private final List<Rule> rules;

    private IgnoreRules(List<Rule> rules) {
        this.rules = rules;
    }

    /// The rules of a project folder; none if it has no such file.
    static IgnoreRules of(Path folder) throws IOException {
        Path file = folder.resolve(".dbtignore");
        List<Rule> rules = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                String pattern = line.strip();
                if (!pattern.isEmpty() && !pattern.startsWith("#")) {
                    rules.add(rule(pattern));
                }
            }
        }
        return new IgnoreRules(rules);
    }

    /// Whether a file does not count.
    ///
    /// @param path relative to the project folder
    boolean ignore(Path path) {
        boolean ignored = false;
        for (Rule rule : rules) {
            for (int depth = 1; depth <= path.getNameCount(); depth++) {
                if (rule.matcher().matches(path.subpath(0, depth))) {
                    ignored = rule.ignores();
                    break;
                }
            }
        }
        return ignored;
    }

    /// A pattern with a slash before its end is anchored at the folder; any other fits at every depth.
    private static Rule rule(String line) {
        boolean ignores = !line.startsWith("!");
        String pattern = ignores ? line : line.substring(1);
        if (pattern.endsWith("/")) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        String glob;
        if (pattern.startsWith("/")) {
            glob = pattern.substring(1);
        } else {
            glob = pattern.contains("/") ? pattern : "{" + pattern + ",**/" + pattern + "}";
        }
        return new Rule(FileSystems.getDefault().getPathMatcher("glob:" + glob), ignores);
    }
}
