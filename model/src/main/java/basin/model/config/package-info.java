/// The configuration of a resource: its values, how later layers change earlier ones, and which layer of
/// `dbt_project.yml` concerns whom.
///
/// Values are plain Java: `String`, `Long`, `BigInteger`, `Double`, `Boolean`, `List` and `Map` with text keys, and
/// null. This package must never know files, templates, resources or the graph: a layer reaches it already read and
/// rendered.
@NullMarked
package basin.model.config;

import org.jspecify.annotations.NullMarked;
