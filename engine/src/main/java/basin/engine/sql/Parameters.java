package basin.engine.sql;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts values in the places that a statement leaves open, as literals: so they serve to find the files
/// that are read, as values that were typed do.
final class Parameters {

    private Parameters() {}

    /// The statement with all its places filled.
    ///
    /// @param places nodes of class PARAMETER, numbered from 1
    /// @throws ProblemException where there are more places than values, or fewer
    static SqlText fill(SqlText text, List<Node> places, List<@Nullable Object> values) {
        int wanted = places.stream().mapToInt(Parameters::number).max().orElse(0);
        if (wanted != values.size()) {
            throw new ProblemException(Problem.wrong(
                    "the statement has " + counted(wanted, "parameter") + ", and " + counted(values.size(), "value")
                            + " came with it",
                    text.place(0, 0)));
        }
        List<Node> lastFirst = places.stream()
                .sorted(Comparator.comparingInt(Node::offset).reversed())
                .toList();
        SqlText filled = text;
        for (Node place : lastFirst) {
            String literal = literal(values.get(number(place) - 1));
            filled = filled.replace(place.offset(), place.offset() + place.length(), literal);
        }
        return filled;
    }

    private static String counted(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static int number(Node place) {
        return Integer.parseInt(place.text("identifier"));
    }

    /// A value in SQL, in brackets so that no sign before it changes what it is.
    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Boolean flag -> flag.toString();
            case Byte _, Short _, Integer _, Long _ -> "(" + value + ")";
            case BigDecimal decimal -> "(" + decimal.toPlainString() + ")";
            case Float _, Double _ -> "CAST('" + value + "' AS DOUBLE)";
            case LocalDate date -> "CAST('" + date + "' AS DATE)";
            case LocalTime time -> "CAST('" + time + "' AS TIME)";
            case LocalDateTime wall -> "CAST('" + wall + "' AS TIMESTAMP)";
            case Instant instant -> "CAST('" + instant + "' AS TIMESTAMPTZ)";
            case OffsetDateTime moment -> literal(moment.toInstant());
            case CharSequence words -> quoted(words.toString());
            default -> throw new IllegalArgumentException("no parameter can be a " + value.getClass());
        };
    }

    private static String quoted(String words) {
        return "'" + words.replace("'", "''") + "'";
    }
}
