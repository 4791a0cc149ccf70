package basin.model.compile;

import basin.core.problem.Place;
import basin.model.resource.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A node's template as plain SQL.
///
/// @param body what the template gave
/// @param ctes the ephemeral models that it reads, each before those that read it
/// @param sql what a database can run: the body, with the common table expressions in front
public record Compiled(Node node, String body, List<Cte> ctes, String sql) {
    private static final Pattern WORD = Pattern.compile("[\\w.\"]+");

    public Compiled {
        ctes = List.copyOf(ctes);
    }

    /// An ephemeral model as a common table expression.
    ///
    /// @param uniqueId of the model
    /// @param name `__dbt__cte__orders`
    /// @param sql the model's query
    public record Cte(String uniqueId, String name, String sql) {}

    /// The place in the node's file that a place in a statement comes from: its line, and its column too where the
    /// template has the same word there.
    ///
    /// @return null if the statement does not hold the SQL at that place, or a macro gave the line
    public Place.@Nullable InFile origin(Place.InStatement in) {
        int line = lineOfFile(in);
        if (line == 0) {
            return null;
        }
        String written = node.code()
                .raw()
                .lines()
                .skip(line - (long) node.code().firstLine())
                .findFirst()
                .orElse("");
        return new Place.InFile(node.identity().place().file(), line, column(in, written));
    }

    private int lineOfFile(Place.InStatement in) {
        String text = sql.strip();
        int start = text.isEmpty() ? -1 : in.statement().indexOf(text);
        if (start < 0) {
            return sql.contains(in.text()) ? lines().fileLine(in.line()) : 0;
        }
        int linesBefore = newLines(in.statement().substring(0, start));
        int blankLines = newLines(sql.substring(0, sql.indexOf(text)));
        return lines().fileLine(in.line() - linesBefore + blankLines);
    }

    /// 0 where the line of the template does not have the word that is meant, or has it more than once.
    private static int column(Place.InStatement in, String written) {
        if (written.strip().equals(in.text().strip())) {
            int moved = written.indexOf(written.strip())
                    - in.text().indexOf(in.text().strip());
            return in.column() + moved;
        }
        Matcher word = WORD.matcher(in.text());
        int at = in.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                in.column() - 1,
                                in.text().codePointCount(0, in.text().length())));
        if (!word.region(at, in.text().length()).lookingAt()) {
            return 0;
        }
        int found = written.indexOf(word.group());
        return found >= 0 && written.indexOf(word.group(), found + 1) < 0 ? written.codePointCount(0, found) + 1 : 0;
    }

    private static int newLines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Which lines of the SQL come from which lines of the model's file.
    public LineMap lines() {
        return LineMap.of(node.code(), body, sql);
    }
}
