/// The words every other room speaks: projects and their settings, schemas and rows, streams and positions, problems.
///
/// Core reads project files and does no other input or output. It must never know a database, a table format, an
/// engine or a protocol: what passes between two rooms is a word from here, so that neither has to know the other.
@NullMarked
package basin.core;

import org.jspecify.annotations.NullMarked;
