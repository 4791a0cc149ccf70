package basin.model.python;

import basin.jinja.error.JinjaException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Python's `pytz`: time zones by name.
final class PytzModule {
    static final PythonObject MODULE = new PythonObject("module pytz")
            .function("timezone(zone)", arguments -> zone(arguments.text(0)))
            .value("utc", ZoneOffset.UTC)
            .value("UTC", ZoneOffset.UTC)
            .value(
                    "all_timezones",
                    ZoneId.getAvailableZoneIds().stream().sorted().toList());

    private PytzModule() {}

    private static ZoneId zone(String name) {
        try {
            return name.equalsIgnoreCase("utc") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw JinjaException.of("there is no time zone '" + name + "'");
        }
    }
}
