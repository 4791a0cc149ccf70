package basin.app.demo.company.goods;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a product costs during some days.
///
/// @param to the last day, null while the price still holds
/// @param cents of a euro
public record Price(LocalDate from, @Nullable LocalDate to, long cents) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
