/// The demonstration: an example company in a Postgres server that comes with Basin, for whoever wants to see
/// it work before pointing it at anything of their own.
///
/// To the rest of Basin the server is a source like any other. This package must never hand out more than its
/// address and the password of a role that may read.
@NullMarked
package basin.app.demo;

import org.jspecify.annotations.NullMarked;
