package basin.jinja.operation;

import basin.jinja.error.JinjaException;

/// How much a template may ask for, so that one that runs away ends with a sentence and not with the process.
///
/// @param rangeSize numbers that one `range()` may hold
/// @param macroDepth macros that may be running within each other
/// @param textLength characters that a render, a macro or an operator may make
public record Limits(int rangeSize, int macroDepth, int textLength) {
    /// 100,000 numbers as in Jinja2's sandbox, 300 macros, 64 Mi characters.
    public static final Limits DEFAULT = new Limits(100_000, 300, 1 << 26);

    /// The most that an operator such as `'a' * n` or `2 ** n` may make, whatever an environment allows: characters,
    /// elements or bits.
    static final int LARGEST_PRODUCT = 1 << 26;

    /// The failure of having passed a limit. Thrown by the caller.
    public static JinjaException passed(String reason) {
        return JinjaException.of(JinjaException.Kind.LIMIT, reason);
    }
}
