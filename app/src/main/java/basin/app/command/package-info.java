/// The commands, one class each: what they take, what they do with the workplace, and what they answer.
///
/// A command reads its arguments, asks a room, and says how its answer looks; it must never decide what a room
/// should. No command may know another one.
@NullMarked
package basin.app.command;

import org.jspecify.annotations.NullMarked;
