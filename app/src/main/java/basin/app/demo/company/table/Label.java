package basin.app.demo.company.table;

import java.util.Locale;

/// What an enum constant is called in the database: its name in lower case, as in `gift_card`.
public final class Label {
    private Label() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
