package basin.model.selection;

import java.util.regex.Pattern;

/// A name with wildcards, as in a shell: `*` any characters, `?` one, `[abc]` one of some, `[!abc]` one of others.
final class Glob {
    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /// `*` does not stop at slashes.
    static Glob ofName(String glob) {
        return new Glob(Pattern.compile(regex(glob, ".*", "."), Pattern.DOTALL));
    }

    /// `*` stops at slashes, `**` does not.
    static Glob ofPath(String glob) {
        return new Glob(Pattern.compile(regex(glob, "[^/]*", "[^/]"), Pattern.DOTALL));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /// Whether a text has wildcards.
    static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == ']');
    }

    private static String regex(String glob, String many, String one) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            int close = c == '[' ? glob.indexOf(']', at + 2) : -1;
            if (glob.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else if (c == '*') {
                regex.append(many);
                at++;
            } else if (c == '?') {
                regex.append(one);
                at++;
            } else if (close > 0) {
                String set = glob.substring(at + 1, close)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&", "\\&");
                regex.append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                at = close + 1;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return regex.toString();
    }
}
