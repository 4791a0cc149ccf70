/// A project's documentation as one page that needs nothing else: no network, and no server.
///
/// It is made of the project's artifacts ([basin.model.artifact]). This package must never know how they came about.
@NullMarked
package basin.model.site;

import org.jspecify.annotations.NullMarked;
