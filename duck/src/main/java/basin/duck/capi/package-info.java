/// DuckDB's C API, called through Java's foreign functions: the functions that are needed, under their own names,
/// and the library that holds them.
///
/// The C API is what DuckDB keeps stable, says which kind of error occurred, hands columns over as they lie, and
/// can be interrupted at any moment. This package must never know what a statement is for: it only makes C look
/// like Java.
@NullMarked
package basin.duck.capi;

import org.jspecify.annotations.NullMarked;
