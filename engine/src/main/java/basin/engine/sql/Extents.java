package basin.engine.sql;

import basin.engine.sql.TableReference.Extent;
import java.util.List;

/// Finds where in the text a table reference starts and ends; the parser tells where it starts, and with
/// what else belongs to it, where it ends.
final class Extents {

    private Extents() {}

    static Extent of(Node table, SqlText text) {
        return table.offset() < 0 ? search(table, text) : measure(table, text);
    }

    private static Extent measure(Node table, SqlText text) {
        List<Token> tokens = Tokens.of(text, table.offset(), table.offset() + table.length());
        int last = nameEnd(tokens, 0);
        int nameEnd = tokens.isEmpty() ? table.offset() : tokens.get(last).end();
        if (table.get("at_clause").present()) {
            for (int i = last + 1; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("at") && tokens.get(i + 1).isSign('(')) {
                    return new Extent(table.offset(), nameEnd, tokens.get(i).start(), bracketEnd(tokens, i + 1));
                }
            }
        }
        return new Extent(table.offset(), nameEnd, nameEnd, nameEnd);
    }

    /// Where the statement (`DESCRIBE shop.orders`) is one for which the parser gives no positions.
    private static Extent search(Node table, SqlText text) {
        List<Token> tokens = Tokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            int last = nameEnd(tokens, i);
            if (tokens.get(i).isName() && tokens.get(last).meaning().equalsIgnoreCase(table.text("table_name"))) {
                int end = tokens.get(last).end();
                return new Extent(tokens.get(i).start(), end, end, end);
            }
        }
        return new Extent(0, 0, 0, 0);
    }

    /// The index of the last word of a name with dots that starts at `first`.
    private static int nameEnd(List<Token> tokens, int first) {
        int last = first;
        while (last + 2 < tokens.size()
                && tokens.get(last).isName()
                && tokens.get(last + 1).isSign('.')
                && tokens.get(last + 2).isName()) {
            last += 2;
        }
        return last;
    }

    /// The offset behind the bracket that closes the one at `open`.
    private static int bracketEnd(List<Token> tokens, int open) {
        int depth = 0;
        for (Token token : tokens.subList(open, tokens.size())) {
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
            if (depth == 0) {
                return token.end();
            }
        }
        return tokens.getLast().end();
    }
}
