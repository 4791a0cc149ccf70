package basin.model.context;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stretch of time that `--sample` leaves of inputs with an `event_time`.
public final class Sample {
    /// The option's name.
    public static final String OPTION = "sample";

    private static final Pattern LAST = Pattern.compile("\\s*(\\d{1,6})\\s*(hour|day|month|year)s?\\s*");

    private Sample() {}

    /// Reads what was typed: `3 days`, which are the last before now, or `{start: 2026-01-01, end: 2026-01-08}`.
    ///
    /// @throws ProblemException if it is neither
    public static Batch of(String typed, Instant now) {
        LocalDateTime end = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        Matcher last = LAST.matcher(typed.toLowerCase(Locale.ROOT));
        if (last.matches()) {
            ChronoUnit unit = switch (last.group(2)) {
                case "hour" -> ChronoUnit.HOURS;
                case "day" -> ChronoUnit.DAYS;
                case "month" -> ChronoUnit.MONTHS;
                default -> ChronoUnit.YEARS;
            };
            return new Batch(end.minus(Long.parseLong(last.group(1)), unit), end);
        }
        Mapping mapping = typed.strip().startsWith("{")
                ? new Reading(ValueTemplates.NONE, new Findings()).parse(typed, Path.of("--sample"))
                : null;
        LocalDateTime from = mapping == null ? null : time(mapping.rawValues(), "start");
        LocalDateTime until = mapping == null ? null : time(mapping.rawValues(), "end");
        if (from == null) {
            throw new ProblemException(
                    Problem.wrong("'" + typed + "' is no stretch of time for a sample", Place.NOWHERE)
                            .advise("write --sample '3 days', or --sample '{start: 2026-01-01, end: 2026-01-08}'"));
        }
        return new Batch(from, until == null ? end : until);
    }

    private static @Nullable LocalDateTime time(Map<String, @Nullable Object> values, String name) {
        String written = String.valueOf(values.get(name)).strip().replace(' ', 'T');
        try {
            return written.contains("T")
                    ? LocalDateTime.parse(written)
                    : LocalDate.parse(written).atStartOfDay();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// What both leave.
    static @Nullable Batch within(@Nullable Batch sample, @Nullable Batch batch) {
        if (sample == null || batch == null) {
            return sample == null ? batch : sample;
        }
        LocalDateTime start = sample.start().isAfter(batch.start()) ? sample.start() : batch.start();
        LocalDateTime end = sample.end().isBefore(batch.end()) ? sample.end() : batch.end();
        return new Batch(start, end);
    }
}
