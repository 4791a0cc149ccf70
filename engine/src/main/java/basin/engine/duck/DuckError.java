package basin.engine.duck;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.engine.sql.SqlText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What DuckDB says went wrong, where it is set to say so as JSON (`errors_as_json`).
///
/// @param type    `Binder`, `Conversion`, `Out of Memory`, ...
/// @param message may have several lines
/// @param offset  where in the statement, in bytes; -1 where it does not say
/// @param length  of how many bytes
public record DuckError(String type, String message, int offset, int length) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern LOCATION = Pattern.compile("\\[(\\d+), ?(\\d+)]");
    private static final Pattern IN_QUOTES = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern MISSING_COLUMN =
            Pattern.compile("(?i)column .*not |column .*does not|does not have a column");
    private static final Pattern MISSING_FUNCTION = Pattern.compile("Function with name (\\S+) does not exist");

    /// The same failure, for the person who typed `text`; what does not come from DuckDB comes back as
    /// it is.
    ///
    /// @param columns names that could have been meant
    static ProblemException explain(ProblemException thrown, SqlText text, Collection<String> columns) {
        return explain(thrown, text, columns, IntUnaryOperator.identity());
    }

    /// The same failure of a statement that was made out of `text`.
    ///
    /// @param origin gives the byte of `text` that a byte of the statement comes from; -1 where it comes
    ///               from none
    public static ProblemException explain(
            ProblemException thrown, SqlText text, Collection<String> columns, IntUnaryOperator origin) {
        return thrown.problems().stream()
                .map(Problem::why)
                .filter(why -> why != null && why.startsWith("{\"exception_type\""))
                .findFirst()
                .flatMap(DuckError::parse)
                .map(error -> error.from(origin))
                .map(error -> new ProblemException(error.problem(text, columns), thrown))
                .orElse(thrown);
    }

    private DuckError from(IntUnaryOperator origin) {
        return offset < 0 ? this : new DuckError(type, message, origin.applyAsInt(offset), length);
    }

    private static Optional<DuckError> parse(String json) {
        try {
            JsonNode error = JSON.readTree(json);
            Matcher location = LOCATION.matcher(error.path("location").asText());
            boolean known = location.matches();
            return Optional.of(new DuckError(
                    error.path("exception_type").asText(),
                    error.path("exception_message").asText(),
                    known ? Integer.parseInt(location.group(1)) : -1,
                    known ? Integer.parseInt(location.group(2)) : 0));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Problem problem(SqlText text, Collection<String> columns) {
        return switch (type) {
            case "Out of Memory" -> outOfMemory();
            case "Parser", "Syntax", "Binder", "Catalog", "Not implemented", "Permission" -> mistake(text, columns);
            case "Conversion", "Out of Range", "Invalid Input", "Mismatch Type", "Divide by Zero", "Decimal" ->
                Problem.failed(firstLine(), place(text));
            case "IO", "HTTP" ->
                Problem.failed("a file of the lake cannot be read", Place.NOWHERE)
                        .because(firstLine());
            default ->
                Problem.failed("DuckDB could not finish the query", place(text)).because(firstLine());
        };
    }

    private Problem outOfMemory() {
        boolean disk = message.contains("max_temp_directory_size");
        return Problem.failed(
                        disk
                                ? "the query needs more room for intermediate results than it may take"
                                : "the query needs more memory than it may take",
                        Place.NOWHERE)
                .because(firstLine())
                .advise("ask for less at once: fewer columns, rows or groups; or raise 'memory' in basin.yml");
    }

    private Problem mistake(SqlText text, Collection<String> columns) {
        Matcher function = MISSING_FUNCTION.matcher(message);
        if (function.find()) {
            return Problem.wrong("there is no function '" + function.group(1) + "'", place(text))
                    .advise(Suggestion.didYouMean(function.group(1), quotedAfter("Did you mean")));
        }
        List<String> quoted = quoted(firstLineRaw());
        if (MISSING_COLUMN.matcher(firstLineRaw()).find() && !quoted.isEmpty()) {
            String column = quoted.getLast();
            return Problem.wrong("there is no column '" + column + "'", place(text))
                    .advise(Suggestion.didYouMean(column, columns));
        }
        return Problem.wrong(firstLine(), place(text)).advise(advice());
    }

    /// Where DuckDB does not say, or counts in another text than was typed, the first place that has the
    /// word it complains about.
    private Place place(SqlText text) {
        if (offset >= 0 && text.isWhole(offset, length)) {
            return text.place(offset, length);
        }
        return quoted(firstLineRaw()).stream()
                .flatMap(word -> text.find(word).stream())
                .findFirst()
                .orElse(Place.NOWHERE);
    }

    private String firstLineRaw() {
        return message.lines().findFirst().orElse(type);
    }

    /// What DuckDB says behind the first line, if it is advice that a query can follow.
    private @Nullable String advice() {
        return message.lines()
                .skip(1)
                .filter(line -> line.startsWith("Either "))
                .map(line -> "e" + line.substring(1))
                .findFirst()
                .orElse(null);
    }

    private String firstLine() {
        return said(firstLineRaw());
    }

    /// In our words: names in single quotes, and the sentence without its capital and its end.
    private static String said(String sentence) {
        String line = IN_QUOTES.matcher(sentence).replaceAll(it -> Matcher.quoteReplacement("'" + it.group(1) + "'"));
        String trimmed = line.replaceAll("[.!\\s]+$", "");
        boolean lower = trimmed.length() > 1 && Character.isLowerCase(trimmed.charAt(1));
        return lower ? trimmed.substring(0, 1).toLowerCase(Locale.ROOT) + trimmed.substring(1) : trimmed;
    }

    private List<String> quotedAfter(String word) {
        int start = message.indexOf(word);
        return start < 0 ? List.of() : quoted(message.substring(start));
    }

    private static List<String> quoted(String line) {
        return IN_QUOTES
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .map(it -> it.substring(1, it.length() - 1))
                .toList();
    }
}
