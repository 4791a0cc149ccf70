package basin.connect.postgres.plan;

import basin.core.settings.Text;
import basin.core.stream.TableName;
import java.util.regex.Pattern;

/// A table as people name it in settings, or several of them: `public.orders`, `sales.*`, `*.audit_??`, or `orders`
/// for `public.orders`.
///
/// `*` stands for any characters, `?` for one. Upper and lower case are different, as they are in the catalog.
@Text("a table such as public.orders, or a pattern such as sales.*")
public record TablePattern(String text) {

    private static final String DEFAULT_SCHEMA = "public";

    public TablePattern {
        text = text.contains(".") ? text : DEFAULT_SCHEMA + "." + text;
    }

    /// Reads what stands in a file.
    ///
    /// @throws IllegalArgumentException if it is empty
    public static TablePattern parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty table name");
        }
        return new TablePattern(text);
    }

    /// Whether it can only mean a single table.
    public boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    public boolean matches(TableName table) {
        if (isExact()) {
            return text.equals(table.toString());
        }
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(table.toString())
                .matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
