/// What a stream of data is called, how it is cut into pieces, and how far it has been read.
///
/// These words tie a source to the lake without either knowing the other. Nothing here may interpret a position or the
/// bounds of a chunk: only the source that wrote them understands them.
@NullMarked
package basin.core.stream;

import org.jspecify.annotations.NullMarked;
