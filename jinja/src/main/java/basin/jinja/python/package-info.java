/// The few modules of Python that templates ask for as `modules.datetime`, `modules.re`, `modules.pytz` and
/// `modules.itertools`. A host puts them into a context where it wants them; no template has them by itself.
///
/// It must never give a way to the file system, the network or the process.
@NullMarked
package basin.jinja.python;

import org.jspecify.annotations.NullMarked;
