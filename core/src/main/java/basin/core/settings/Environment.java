package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The environment variables a project sees: the process's own, and behind them those of the file `.env` in the
/// project folder. A variable that is set in both has the process's value.
///
/// @param variables by name; values may be secret
public record Environment(Map<String, String> variables) {
    /// The file in the project folder, kept out of version control.
    public static final String FILE = ".env";

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    public Environment {
        variables = Map.copyOf(variables);
    }

    /// The process's variables and those of the project's `.env`, if it has one. Lines of the file are
    /// `NAME=value`, optionally behind `export`; a value may stand in single or double quotes; empty lines and
    /// those that begin with `#` are skipped. Nothing in a value is interpreted.
    ///
    /// @param process the environment of the process
    /// @param folder the project folder
    public static Environment of(Map<String, String> process, Path folder, Problems problems) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new Environment(process);
        }
        Map<String, String> variables = new HashMap<>();
        Path shownAs = Path.of(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                read(lines.get(i).strip(), new Place.InFile(shownAs, i + 1, 0), variables, problems);
            }
        } catch (IOException e) {
            problems.add(Problem.wrong("the file cannot be read", new Place.InFile(shownAs))
                    .because(e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        variables.putAll(process);
        return new Environment(variables);
    }

    /// The value of a variable, or null if it is not set.
    public @Nullable String get(String name) {
        return variables.get(name);
    }

    /// Values may be secret.
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }

    private static void read(String line, Place place, Map<String, String> variables, Problems problems) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        Matcher assignment = LINE.matcher(line);
        if (assignment.matches()) {
            variables.put(assignment.group(1), unquoted(assignment.group(2).strip()));
        } else {
            problems.add(Problem.wrong("this line sets no variable", place).advise("write NAME=value"));
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
