/// From the words somebody typed to a command, and from what the command found to what they see.
///
/// A [basin.app.cli.Command] declares its arguments for picocli and answers with an [basin.app.cli.Answer],
/// which can be told to people or, with `--json`, to machines. Everything that is the same for all commands
/// stands here once: the options that work everywhere, help, near-misses, exit codes, and what becomes of an
/// exception nobody foresaw.
///
/// This package must never know a particular command.
@NullMarked
package basin.app.cli;

import org.jspecify.annotations.NullMarked;
