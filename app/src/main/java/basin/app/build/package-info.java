/// How a dbt project is asked for on the command line, how its build looks while it runs and when it has
/// ended, and what it leaves behind for other tools and for `retry`.
///
/// This package must never decide what a step does or when: that is [basin.run.build].
@NullMarked
package basin.app.build;

import org.jspecify.annotations.NullMarked;
