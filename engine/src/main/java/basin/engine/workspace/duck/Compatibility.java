package basin.engine.workspace.duck;

import basin.duck.DuckConnection;
import basin.engine.sql.SqlText;
import basin.engine.sql.Token;
import basin.engine.sql.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Functions of other databases; see `compatibility.sql`.
final class Compatibility {

    private static final List<String> MACROS = read();

    private Compatibility() {}

    /// Makes them, in the schema that the connection uses.
    static void create(DuckConnection connection) {
        MACROS.forEach(connection::execute);
    }

    private static List<String> read() {
        try (InputStream file = Compatibility.class.getResourceAsStream("compatibility.sql")) {
            SqlText text = new SqlText(new String(
                    Objects.requireNonNull(file, "compatibility.sql").readAllBytes(), StandardCharsets.UTF_8));
            List<String> macros = new ArrayList<>();
            int start = 0;
            for (Token token : Tokens.of(text)) {
                if (token.isSign(';')) {
                    macros.add(text.slice(start, token.start()));
                    start = token.end();
                }
            }
            return macros;
        } catch (IOException e) {
            throw new UncheckedIOException("the functions of other databases cannot be read", e);
        }
    }
}
