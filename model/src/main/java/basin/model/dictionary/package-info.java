/// A resource as dbt's dictionary of it: what templates see as `model` and in `graph`, and what `manifest.json`
/// (version 12) holds. Both read the same, as they do in dbt, so that what a package learns from the one it learns
/// from the other.
///
/// A dictionary is a new, mutable tree of maps, lists and plain values, for the one who asked for it: templates may
/// change theirs. This package must never know who reads it.
@NullMarked
package basin.model.dictionary;

import org.jspecify.annotations.NullMarked;
