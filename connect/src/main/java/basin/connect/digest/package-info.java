/// Sums by which two copies of a table are proven equal without moving their rows: each side computes them where its
/// rows lie, in its own SQL, over a text of each value that both write alike.
///
/// **The text of a value**, by its type in the lake:
///
/// | type | text |
/// |---|---|
/// | null, of any type | `~` |
/// | boolean | `true`, `false` |
/// | int, long | digits, `-` before them if negative |
/// | decimal(p, s) | digits, at least one before the point and exactly s behind it |
/// | float, double | the bits of IEEE 754 as 8 or 16 hexadecimal digits; `NaN` for all that is none |
/// | date | days since 1970-01-01; `infinity`, `-infinity` |
/// | time | microseconds since midnight |
/// | timestamp, timestamptz | microseconds since 1970-01-01 00:00:00 (UTC); `infinity`, `-infinity` |
/// | string | its length in bytes of UTF-8, `:`, and itself |
/// | uuid | `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` |
/// | binary | two hexadecimal digits for each byte |
/// | list | `[`, its elements with `;` between them, `]` |
/// | struct | `(`, its fields in order with `;` between them, `)` |
/// | map | `{`, its pairs, each written as a struct of two, in the order of these texts, `;` between them, `}` |
///
/// Hexadecimal digits are small letters. Different values of a type have different texts.
///
/// **The digest of a row** is the SHA-256 of the texts of its columns, in the order of the schema, with `;` between
/// them; that of its key, of those of the key's columns, in the order of the key. A table without a key takes a row's
/// digest for its key. Of a digest two numbers of 60 bits are kept, its hexadecimal digits 1 to 15 and 17 to 31. Rows
/// are dealt out to pieces by the first 8 digits of the key's digest, modulo the number of pieces. The sums of a piece
/// are those of its rows' two numbers: they do not depend on the order of rows, and count a row twice that is there
/// twice.
///
/// This package must never know how a source writes the texts, nor with what it is compared.
@NullMarked
package basin.connect.digest;

import org.jspecify.annotations.NullMarked;
