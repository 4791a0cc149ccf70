/// The files that dbt leaves behind and that other tools read: `manifest.json` (version 12),
/// `run_results.json` (version 6), `catalog.json` (version 1) and `sources.json` (version 3), with the names
/// of dbt's own schemas.
///
/// It must never know how a graph is built or run: it writes values, and reads back what comparing states needs.
@NullMarked
package basin.model.artifact;

import org.jspecify.annotations.NullMarked;
