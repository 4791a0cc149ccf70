/// The parts of Python's standard library that dbt hands to templates as `modules`: `datetime`, `pytz`, `re`
/// and `itertools`.
///
/// Dates and times are those of `java.time`, time spans its `Duration`, time zones its `ZoneId`. This package
/// must never know what a template is for.
@NullMarked
package basin.model.python;

import org.jspecify.annotations.NullMarked;
