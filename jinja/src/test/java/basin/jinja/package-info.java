/// The promises of the room.
@NullMarked
package basin.jinja;

import org.jspecify.annotations.NullMarked;
