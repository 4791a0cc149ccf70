package basin.app.demo.company.sale;

import java.util.UUID;

/// A connected product that has reported home. Instants are microseconds since 1970 in UTC.
///
/// @param mac 48 bits
/// @param activated when it first reported, by its own clock
/// @param battery charge in per cent, not a number where it hangs on the mains
/// @param uptime microseconds it ran since its last start
record Device(
        UUID id,
        String serial,
        Line line,
        long mac,
        long activated,
        long lastSeen,
        String firmware,
        double battery,
        long uptime,
        int errors) {}
