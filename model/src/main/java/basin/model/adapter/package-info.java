/// What macros say to a database while they run, and the things they talk about: relations, columns, tables of
/// results.
///
/// [basin.model.adapter.Adapter] is the only way out of a template. This package must never know which database
/// answers, nor what a statement is for.
@NullMarked
package basin.model.adapter;

import org.jspecify.annotations.NullMarked;
