/// What people see, and how it gets there: two streams, their colours, their width, aligned tables, and
/// problems.
///
/// Everything a command prints passes through a [basin.app.terminal.Screen]. A screen knows whether it is a
/// terminal; on one it paints and cuts what is too wide, everywhere else it writes plain and complete lines, so
/// that what is piped or redirected never holds an escape sequence nor lacks a letter.
///
/// This package must never know what a command does, and nothing outside of it may touch `System.out` or
/// `System.err`.
@NullMarked
package basin.app.terminal;

import org.jspecify.annotations.NullMarked;
