/// SQL over the tables of the lake: a query goes in, rows stream out; or a query goes in and a table of the
/// lake comes out. It bounds the time, the memory and the reach of each query.
///
/// It must never know who is asking: every question that gets here has been allowed.
@NullMarked
package basin.engine;

import org.jspecify.annotations.NullMarked;
