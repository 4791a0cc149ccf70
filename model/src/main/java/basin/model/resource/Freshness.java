package basin.model.resource;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How old the newest row of a source may be.
///
/// @param warnAfter null if nobody is to be warned
/// @param errorAfter null if it is never an error
/// @param filter a condition on the rows looked at; null if all are
public record Freshness(
        @Nullable Age warnAfter,
        @Nullable Age errorAfter,
        @Nullable String filter) {

    /// An age in one unit.
    public record Age(long count, Period period) {
        /// The same as a duration.
        public Duration duration() {
            return switch (period) {
                case MINUTE -> Duration.ofMinutes(count);
                case HOUR -> Duration.ofHours(count);
                case DAY -> Duration.ofDays(count);
            };
        }
    }

    /// The units of an age.
    public enum Period {
        MINUTE,
        HOUR,
        DAY;

        /// `minute`, `hour`, `day`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
