package basin.jinja.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Regular expressions of Python, in the way Java writes them: named groups, braces that repeat nothing, and
/// brackets within brackets; and the end of the text, which Java calls `\z`.
final class PythonPattern {
    private static final Pattern REPETITION = Pattern.compile("\\{\\d*,?\\d*}");
    private static final Pattern NAME_OF_GROUP = Pattern.compile("\\(\\?P=(\\w+)\\)");

    private PythonPattern() {}

    static String toJava(String python) {
        StringBuilder java = new StringBuilder();
        boolean inBrackets = false;
        int at = 0;
        while (at < python.length()) {
            char c = python.charAt(at);
            int next = at + 1;
            if (c == '\\' && next < python.length()) {
                next++;
                java.append(python.charAt(at + 1) == 'Z' ? "\\z" : python.substring(at, next));
            } else if (inBrackets) {
                inBrackets = c != ']' || python.charAt(at - 1) == '[';
                java.append(c == '[' || c == '&' ? "\\" : "").append(c);
            } else if (c == '[') {
                inBrackets = true;
                boolean closesItself = python.startsWith("]", next);
                java.append(closesItself ? "[\\" : "[");
            } else if (c == '{') {
                java.append(repeats(python, at) ? "{" : "\\{");
            } else if (python.startsWith("(?P<", at)) {
                java.append("(?<");
                next = at + "(?P<".length();
            } else {
                Matcher name = NAME_OF_GROUP.matcher(python).region(at, python.length());
                boolean refers = c == '(' && name.lookingAt();
                java.append(refers ? "\\k<" + name.group(1) + ">" : String.valueOf(c));
                next = refers ? name.end() : next;
            }
            at = next;
        }
        return java.toString();
    }

    private static boolean repeats(String python, int at) {
        Matcher repetition = REPETITION.matcher(python).region(at, python.length());
        return repetition.lookingAt() && repetition.group().length() > 2;
    }
}
