package basin.model.selection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which tests come along with the resources that they are of.
public enum IndirectSelection {
    /// A test of which one parent is selected.
    EAGER,
    /// A test of which all parents are selected.
    CAUTIOUS,
    /// A test of which all parents are selected, or needed by what is selected.
    BUILDABLE,
    /// None.
    EMPTY;

    /// dbt's word: `eager`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one of that word, or null if there is none.
    public static @Nullable IndirectSelection of(String word) {
        for (IndirectSelection each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
