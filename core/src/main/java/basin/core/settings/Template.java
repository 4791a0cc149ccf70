package basin.core.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text with references in it, taken apart: `store_${row.code}` is a literal and a reference.
///
/// ```
/// text      := ( literal | '$${' | reference )*
/// reference := '${' kind ( ':' | '.' ) text ( ':-' text )? '}'
/// ```
///
/// `$${` stands for the two characters `${`. A name and a default are texts themselves and may hold references.
record Template(List<Part> parts) {

    sealed interface Part {}

    /// Text that stands for itself.
    record Literal(String text) implements Part {}

    /// Something to be looked up.
    ///
    /// @param kind what stands in front of the first `:` or `.`; all there is if neither stands there
    /// @param name what to look up; null if there was neither `:` nor `.`
    /// @param fallback what stands behind `:-`; null if there is none
    record Reference(
            String kind, @Nullable Template name, @Nullable Template fallback) implements Part {}

    /// Whether a text holds anything but itself.
    static boolean isTemplate(String text) {
        return text.contains("${");
    }

    /// Takes a text apart.
    ///
    /// @throws IllegalArgumentException if a `${` is never closed
    static Template parse(String text) {
        return new Parser(text).text(false, false);
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        /// @param inside whether a `}` ends this text
        /// @param named whether a `:-` does
        Template text(boolean inside, boolean named) {
            List<Part> parts = new ArrayList<>();
            StringBuilder literal = new StringBuilder();
            while (at < text.length()) {
                if (text.startsWith("$${", at)) {
                    literal.append("${");
                    at += 3;
                } else if (text.startsWith("${", at)) {
                    at += 2;
                    flush(literal, parts);
                    parts.add(reference());
                } else if ((inside && text.charAt(at) == '}') || (named && text.startsWith(":-", at))) {
                    flush(literal, parts);
                    return new Template(List.copyOf(parts));
                } else {
                    literal.append(text.charAt(at++));
                }
            }
            if (inside) {
                throw new IllegalArgumentException("'${' is never closed");
            }
            flush(literal, parts);
            return new Template(List.copyOf(parts));
        }

        private Reference reference() {
            int start = at;
            while (at < text.length() && ":.}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String kind = text.substring(start, at);
            Template name = null;
            Template fallback = null;
            if (at < text.length() && text.charAt(at) != '}') {
                at++;
                name = text(true, true);
                if (text.startsWith(":-", at)) {
                    at += 2;
                    fallback = text(true, false);
                }
            }
            if (at >= text.length()) {
                throw new IllegalArgumentException("'${' is never closed");
            }
            at++;
            return new Reference(kind, name, fallback);
        }

        private static void flush(StringBuilder literal, List<Part> parts) {
            if (!literal.isEmpty()) {
                parts.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
