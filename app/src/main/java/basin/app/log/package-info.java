/// The log: quiet for people, complete for those who look for a cause.
///
/// Rooms log through `System.Logger`, libraries through slf4j; both end in `java.util.logging`, whose handlers
/// are set up here and nowhere else. Nothing is written nor created before there is something to log.
@NullMarked
package basin.app.log;

import org.jspecify.annotations.NullMarked;
