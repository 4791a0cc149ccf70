package basin.connect.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row for people to look at.
///
/// @param texts the text of each column that its digest is made of
/// @param shown the same columns as the system itself writes them, cut off where they are long
public record ShownRow(RowDigest digest, List<@Nullable String> texts, List<@Nullable String> shown) {

    public ShownRow(RowDigest digest, List<@Nullable String> texts, List<@Nullable String> shown) {
        this.digest = digest;
        this.texts = Collections.unmodifiableList(new ArrayList<>(texts));
        this.shown = Collections.unmodifiableList(new ArrayList<>(shown));
    }
}
