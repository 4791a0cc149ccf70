/// Long work as it is watched: how much is done of how many things, how fast, and how long it will take.
///
/// Whoever works calls [basin.app.progress.Progress] and [basin.app.progress.Task] from any thread and never
/// waits for the screen. On a terminal the tasks in work are drawn again and again at the bottom of the screen;
/// elsewhere each writes a plain line every few seconds, and one at its end.
///
/// This package must never know what kind of work it is, only that it has rows and bytes.
@NullMarked
package basin.app.progress;

import org.jspecify.annotations.NullMarked;
