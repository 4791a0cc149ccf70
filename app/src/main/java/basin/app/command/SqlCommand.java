package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.result.ResultFile;
import basin.app.result.ResultFormat;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Rows;
import basin.engine.Cancellation;
import basin.engine.QueryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `basin sql "..."`
@picocli.CommandLine.Command(
        name = "sql",
        header = "Ask a question in SQL over all tables of the lake.",
        description = {
            "Tables are called as 'basin tables' lists them: shop.orders, or shop.orders AT (TIMESTAMP => '2026-01-31') for the "
                    + "table of that time. A question reads, and changes nothing. Rows are shown as they come."
        },
        footer = {
            "",
            "Examples:",
            "  basin sql \"select count(*) from shop.orders\"",
            "  basin sql -f monthly.sql --format csv > monthly.csv",
            "  basin sql -f monthly.sql --output monthly.parquet",
            "  echo 'from shop.orders limit 5' | basin sql -"
        })
public final class SqlCommand implements Command {

    private static final Duration NO_LIMIT = Duration.ofDays(365);

    @Parameters(paramLabel = "SQL", arity = "0..1", description = "The question; - reads it from standard input.")
    private @Nullable String sql;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the question from a file; - is standard input.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How rows are written: ${COMPLETION-CANDIDATES} (default: table, or what the name of the output "
                            + "says).")
    private @Nullable ResultFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the rows into a file, which is replaced once all of them are there.")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Answer run(Workplace workplace) {
        ResultFormat wanted = wantedFormat();
        SqlText question = question(workplace);
        LongSupplier clock = workplace.surroundings().nanos();
        long begin = clock.getAsLong();
        Rows rows = question.told(() -> workplace.engine().query(question.text(), options(workplace)));
        if (output == null) {
            return new ShownRows(question, rows, wanted, () -> elapsed(begin, clock), !workplace.isSilent());
        }
        try (rows) {
            ResultFile target = new ResultFile(workplace.resolve(output), output, wanted);
            long count = question.told(() -> target.write(rows, workplace::loadingDuck));
            return new WrittenRows(output, count, elapsed(begin, clock));
        }
    }

    private static Duration elapsed(long begin, LongSupplier clock) {
        return Duration.ofNanos(clock.getAsLong() - begin);
    }

    private SqlText question(Workplace workplace) {
        if (sql == null && file == null) {
            throw wrong(
                    "there is no question",
                    "basin sql \"select ...\", basin sql -f FILE, or basin sql - for standard input");
        }
        if (sql != null && file != null) {
            throw wrong("there are two questions, one of them in a file", "leave one of them out");
        }
        if (file != null && file.toString().equals("-")) {
            return SqlText.of(workplace.surroundings().in());
        }
        if (file != null) {
            return SqlText.of(workplace.resolve(file), file);
        }
        return "-".equals(sql) ? SqlText.of(workplace.surroundings().in()) : new SqlText(String.valueOf(sql), null);
    }

    private ResultFormat wantedFormat() {
        if (output == null) {
            if (format != null && format != ResultFormat.JSON && isJsonWanted()) {
                throw wrong("--json and --format " + format + " contradict each other", "leave one of them out");
            }
            if (format == ResultFormat.PARQUET) {
                throw wrong("Parquet is written into files only", "add --output FILE.parquet");
            }
            return format == null ? ResultFormat.TABLE : format;
        }
        ResultFormat wanted = format == null ? ResultFormat.of(output) : format;
        if (wanted == null) {
            throw wrong("the name '" + output + "' does not say in which format to write", "add --format csv, say");
        }
        return wanted;
    }

    private boolean isJsonWanted() {
        return spec != null && Boolean.TRUE.equals(spec.findOption("--json").getValue());
    }

    private static QueryOptions options(Workplace workplace) {
        Cancellation cancellation = new Cancellation();
        workplace.interruption().onInterrupt(cancellation::cancel);
        Duration limit = workplace.reading().project().settings().queryTimeout();
        return QueryOptions.usual()
                .withTimeout(limit == null ? NO_LIMIT : limit)
                .withCancellation(cancellation);
    }

    private static ProblemException wrong(String what, String advice) {
        return new ProblemException(Problem.wrong(what, Place.NOWHERE).advise(advice));
    }
}
