package basin.app.demo.company.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that the company has written down about a customer.
///
/// @param company null for consumers
/// @param consent to be written to; null where nobody asked
/// @param created microseconds since 1970 in UTC
/// @param updated the same, of the last change that the shop itself made
/// @param erased the same, when the customer asked to be forgotten; null for all others
record Customer(
        long id,
        UUID publicId,
        Segment segment,
        @Nullable String company,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate born,
        Country country,
        @Nullable Boolean consent,
        List<String> tags,
        boolean darkMode,
        List<String> wishes,
        long created,
        long updated,
        @Nullable Long erased) {

    /// What is left of a customer who asked to be forgotten. `updated` stays as it was: the erasure ran as a
    /// script.
    Customer forgotten(long when) {
        return new Customer(
                id, publicId, segment, null, null, null, null, null, null, country, null, List.of(), false, List.of(),
                created, updated, when);
    }
}
