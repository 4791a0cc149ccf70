package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.config.Config;
import basin.model.context.Batch;
import basin.model.resource.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The stretches of time that a microbatch model is made of: an hour, a day, a month or a year each, in UTC.
///
/// A table that is there gets the present stretch and `lookback` of those before it anew; one that is not gets all
/// since `begin`. Whoever names a start or an end gets those in between.
final class Batches {
    private final Node node;
    private final ChronoUnit size;

    Batches(Node node) {
        this.node = node;
        this.size = size(node);
    }

    private static ChronoUnit size(Node node) {
        String word = node.config().text("batch_size", "");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hour" -> ChronoUnit.HOURS;
            case "day" -> ChronoUnit.DAYS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            default ->
                throw new ProblemException(Problem.wrong(
                                "unknown batch_size '" + word + "' of the model '" + node.name()
                                        + "'; one of hour, day, month, year",
                                node.identity().place())
                        .advise("set it in the model's config"));
        };
    }

    /// The stretches, the oldest first.
    ///
    /// @param all   whether to begin at the beginning
    /// @param start as given on the command line; null where none is
    /// @param end   as given on the command line; null for now
    List<Batch> of(boolean all, @Nullable String start, @Nullable String end, Instant now) {
        LocalDateTime last = end == null ? LocalDateTime.ofInstant(now, ZoneOffset.UTC) : time("event-time-end", end);
        LocalDateTime from = start != null
                ? time("event-time-start", start)
                : all ? begin() : floor(last).minus(lookback(), size);
        List<Batch> batches = new ArrayList<>();
        for (LocalDateTime each = floor(from); each.isBefore(last); each = each.plus(1, size)) {
            batches.add(new Batch(each, each.plus(1, size)));
        }
        return batches;
    }

    private LocalDateTime begin() {
        String begin = node.config().text("begin");
        if (begin == null) {
            throw new ProblemException(Problem.wrong(
                            "the microbatch model '" + node.name() + "' does not say where it begins",
                            node.identity().place())
                    .advise("add begin to its config, such as begin: '2024-01-01'"));
        }
        return time("begin", begin);
    }

    private long lookback() {
        Config config = node.config();
        return config.get("lookback") instanceof Number number ? number.longValue() : 1;
    }

    private LocalDateTime floor(LocalDateTime time) {
        return switch (size) {
            case HOURS -> time.truncatedTo(ChronoUnit.HOURS);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            default -> time.truncatedTo(ChronoUnit.DAYS);
        };
    }

    private LocalDateTime time(String what, String text) {
        String written = text.strip().replace(' ', 'T');
        try {
            return written.contains("T")
                    ? LocalDateTime.parse(written)
                    : LocalDate.parse(written).atStartOfDay();
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Problem.wrong(
                                    "'" + text + "' is no time for " + what,
                                    node.identity().place())
                            .advise("write it as 2024-01-31 or 2024-01-31 10:00:00"),
                    e);
        }
    }
}
