/// Work over time: a plan says what a run would do and why, jobs say when, pools how much at once; the ledger remembers
/// what happened. This is where sources, tables and models first meet.
///
/// It must never know how it is asked: no command line, no server, no screen.
@NullMarked
package basin.run;

import org.jspecify.annotations.NullMarked;
