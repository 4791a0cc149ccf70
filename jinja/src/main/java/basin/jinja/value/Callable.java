package basin.jinja.value;

import org.jspecify.annotations.Nullable;

/// What a template can call: host functions, methods of values and macros alike.
///
/// Called from the thread that renders. A failure is thrown as a [basin.jinja.error.JinjaException] without a place,
/// which the interpreter adds; any other runtime exception becomes its cause.
@FunctionalInterface
public interface Callable {
    /// The call's value; null is `None`, which prints as such: a function that shall print nothing returns `""`.
    @Nullable
    Object call(Arguments arguments);
}
