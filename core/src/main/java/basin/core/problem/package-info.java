/// What went wrong, as a value: what, where, why, what to do, and whether waiting helps.
///
/// Every failure that a user can cause or repair ends here: a mistake in a project file, a server that is down, a
/// full disk. Code that finds one builds a [basin.core.problem.Problem], collects it in
/// [basin.core.problem.Problems] when others may follow, and throws one [basin.core.problem.ProblemException] that
/// carries all of them. The command line and the HTTP doors render the same values, so a message is written once.
///
/// This package stands at the bottom: it must never know files, databases, settings or terminals, and it must never
/// be given a secret to repeat.
@NullMarked
package basin.core.problem;

import org.jspecify.annotations.NullMarked;
