/// Rows on their way out to people and programs: as an aligned table, CSV, JSON, or JSON lines.
///
/// Rows are written as they come, never gathered. Nothing loses precision: decimals keep all of their digits,
/// timestamps their microseconds. This package must never know where rows come from.
@NullMarked
package basin.app.result;

import org.jspecify.annotations.NullMarked;
