/// YAML files as trees in which every key and every value knows its line and column.
///
/// A project's mistakes are reported where they stand, so nothing here becomes a plain `Map` before its reader has
/// looked at it. The tree keeps what was written: a scalar is its text and the kind that YAML 1.2's core schema
/// sees in it. Anchors, aliases and merge keys are resolved; a key given twice is a problem.
///
/// This package reads text and nothing else: it must never know what a setting is, and never follow a reference.
@NullMarked
package basin.core.yaml;

import org.jspecify.annotations.NullMarked;
