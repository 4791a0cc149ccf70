package basin.jinja.python;

import basin.jinja.error.JinjaException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// `pytz`: time zones by their names.
final class PytzModule {
    private PytzModule() {}

    static PythonModule create() {
        return new PythonModule("pytz", null)
                .with("utc", ZoneOffset.UTC)
                .with("UTC", ZoneOffset.UTC)
                .with(
                        "all_timezones",
                        ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .function("timezone(zone)", a -> zone(a.text(0)));
    }

    private static ZoneId zone(String name) {
        try {
            return name.equalsIgnoreCase("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw JinjaException.of("there is no time zone '" + name + "'");
        }
    }
}
