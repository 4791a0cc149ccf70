package basin.model.compile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Puts common table expressions in front of those that a query has already.
final class CteInjection {
    private CteInjection() {}

    static String into(String sql, List<Compiled.Cte> ctes) {
        if (ctes.isEmpty()) {
            return sql;
        }
        String expressions = ctes.stream()
                .map(cte -> cte.name() + " as (\n" + cte.sql().strip() + "\n)")
                .collect(Collectors.joining(", "));
        int with = withClause(sql);
        if (with < 0) {
            return "with " + expressions + "\n" + sql;
        }
        return sql.substring(0, with) + " " + expressions + ", "
                + sql.substring(with).stripLeading();
    }

    /// The offset after `with` or `with recursive`, if the statement starts so; -1 otherwise.
    private static int withClause(String sql) {
        int start = skipBlank(sql, 0);
        if (!isWord(sql, start, "with")) {
            return -1;
        }
        int after = start + "with".length();
        int next = skipBlank(sql, after);
        return isWord(sql, next, "recursive") ? next + "recursive".length() : after;
    }

    private static boolean isWord(String sql, int at, String word) {
        int end = at + word.length();
        return end < sql.length()
                && sql.substring(at, end).toLowerCase(Locale.ROOT).equals(word)
                && !Character.isJavaIdentifierPart(sql.charAt(end));
    }

    /// The offset of the first character that is neither blank nor in a comment.
    private static int skipBlank(String sql, int from) {
        int at = from;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else {
                return at;
            }
        }
        return at;
    }
}
