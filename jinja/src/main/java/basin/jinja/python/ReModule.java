package basin.jinja.python;

import basin.jinja.call.Bound;
import basin.jinja.error.JinjaException;
import basin.jinja.operation.TypeName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `re`, by the regular expressions of Java, which mean the same in all but rare cases.
final class ReModule {
    private ReModule() {}

    static PythonModule create() {
        return new PythonModule("re", null)
                .with("IGNORECASE", 2L)
                .with("I", 2L)
                .with("MULTILINE", 8L)
                .with("M", 8L)
                .with("DOTALL", 16L)
                .with("S", 16L)
                .with("VERBOSE", 64L)
                .with("X", 64L)
                .with("ASCII", 256L)
                .with("A", 256L)
                .with("UNICODE", 32L)
                .with("U", 32L)
                .function("compile(pattern, flags=0)", a -> expression(a, 1))
                .function(
                        "match(pattern, string, flags=0)", a -> expression(a, 2).match(a.text(1)))
                .function(
                        "fullmatch(pattern, string, flags=0)",
                        a -> expression(a, 2).fullMatch(a.text(1)))
                .function(
                        "search(pattern, string, flags=0)",
                        a -> expression(a, 2).search(a.text(1)))
                .function(
                        "findall(pattern, string, flags=0)",
                        a -> expression(a, 2).findAll(a.text(1)))
                .function(
                        "finditer(pattern, string, flags=0)",
                        a -> expression(a, 2).findEach(a.text(1)))
                .function(
                        "split(pattern, string, maxsplit=0, flags=0)",
                        a -> expression(a, 3).split(a.text(1), a.integer(2)))
                .function(
                        "sub(pattern, repl, string, count=0, flags=0)",
                        a -> expression(a, 4).replace(a.get(1), a.text(2), a.integer(3)))
                .function(
                        "subn(pattern, repl, string, count=0, flags=0)",
                        a -> expression(a, 4).replaceCounting(a.get(1), a.text(2), a.integer(3)))
                .function(
                        "escape(pattern)",
                        a -> a.text(0)
                                .replaceAll("[^\\w\\s!\"%',/:;<=>@`]", "\\\\$0")
                                .replace(" ", "\\ "));
    }

    private static RegularExpression expression(Bound arguments, int flags) {
        @Nullable Object pattern = arguments.get(0);
        return switch (pattern) {
            case RegularExpression compiled -> compiled;
            case String text -> RegularExpression.compile(text, javaFlags(arguments.integer(flags)));
            case null, default -> throw JinjaException.of("a pattern has to be a text, not " + TypeName.of(pattern));
        };
    }

    private static int javaFlags(int flags) {
        int java = (flags & 256) == 0 ? Pattern.UNICODE_CHARACTER_CLASS : 0;
        java |= (flags & 2) != 0 ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        java |= (flags & 8) != 0 ? Pattern.MULTILINE : 0;
        java |= (flags & 16) != 0 ? Pattern.DOTALL : 0;
        return java | ((flags & 64) != 0 ? Pattern.COMMENTS : 0);
    }
}
