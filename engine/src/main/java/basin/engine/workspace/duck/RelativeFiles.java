package basin.engine.workspace.duck;

import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of files in a script, which DuckDB would look for in the folder that the process was started in.
///
/// @param folder where names that are relative begin; absolute
record RelativeFiles(Path folder) {
    private static final Set<String> READERS = Set.of(
            "read_csv",
            "read_csv_auto",
            "sniff_csv",
            "read_parquet",
            "parquet_scan",
            "parquet_metadata",
            "parquet_schema",
            "read_json",
            "read_json_auto",
            "read_ndjson",
            "read_ndjson_auto",
            "read_json_objects",
            "read_ndjson_objects",
            "read_text",
            "read_blob",
            "glob");

    /// What a text behind FROM must look like to be the name of a file.
    private static final Pattern FILE = Pattern.compile("(?is).+\\.(csv|tsv|parquet|json|jsonl|ndjson)(\\.(gz|zst))?");

    /// What begins at the root of a disk, in a user's folder or on another machine.
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)([/\\\\~]|[a-zA-Z]:|[a-zA-Z][a-zA-Z0-9+.-]+://).*");

    /// The script with absolute names. A line keeps its number.
    String resolve(String script) {
        String lower = script.toLowerCase(Locale.ROOT);
        if (!lower.contains(".") || (READERS.stream().noneMatch(lower::contains) && !lower.contains("'"))) {
            return script;
        }
        SqlText text = new SqlText(script);
        List<Token> tokens = Tokens.of(text);
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING && token.text().startsWith("'") && isFile(tokens, i)) {
                String name = token.meaning();
                if (!name.isEmpty() && !ABSOLUTE.matcher(name).matches()) {
                    text = text.replace(token.start(), token.end(), literal(name));
                }
            }
        }
        return text.toString();
    }

    private static boolean isFile(List<Token> tokens, int i) {
        Token before = tokens.get(i - 1);
        if (before.is("from") || before.is("join")) {
            boolean compared = i >= 2 && tokens.get(i - 2).is("distinct");
            return !compared && FILE.matcher(tokens.get(i).meaning()).matches();
        }
        if (before.is("to")) {
            return tokens.stream().limit(i).anyMatch(token -> token.is("copy"));
        }
        return isArgument(tokens, i);
    }

    /// Whether a text is the first argument of a function that reads files, or one of a list that is.
    private static boolean isArgument(List<Token> tokens, int i) {
        int open = i - 1;
        while (open > 0
                && (tokens.get(open).isSign('[')
                        || tokens.get(open).isSign(',')
                        || tokens.get(open).kind() == Token.Kind.STRING)) {
            open--;
        }
        boolean first = open == i - 1 || tokens.get(open + 1).isSign('[');
        return open > 0
                && first
                && tokens.get(open).isSign('(')
                && READERS.contains(tokens.get(open - 1).text().toLowerCase(Locale.ROOT));
    }

    /// Patterns keep their signs: they are no names of files that a file system would take.
    private String literal(String name) {
        StringBuilder path = new StringBuilder(folder.toString());
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.append('/').append(part);
            }
        }
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
