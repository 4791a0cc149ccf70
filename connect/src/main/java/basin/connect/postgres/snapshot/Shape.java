package basin.connect.postgres.snapshot;

import basin.connect.postgres.plan.PlannedColumn;
import basin.connect.postgres.plan.PlannedStream;
import basin.core.rows.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which columns of a table were read, and as what, so that it can be told later whether rows that were read
/// then have values that were not, or that would be read otherwise now.
///
/// Nothing of that sort are columns that were added with nothing in them, that became wider or are gone, and
/// values that were added to an enumeration.
///
/// @param columns the number of the last column that the table had
/// @param known marks of the columns that were read
record Shape(int columns, Set<String> known) {

    private static final int MARK_BYTES = 6;

    static Shape of(PlannedStream stream) {
        int columns = stream.relation().attributes().stream()
                .mapToInt(attribute -> attribute.number())
                .max()
                .orElse(0);
        Set<String> known = new TreeSet<>();
        for (PlannedColumn column : stream.columns()) {
            known.add(mark(column, column.attribute().type().labels()));
        }
        return new Shape(columns, known);
    }

    /// Reads what [#toString()] wrote.
    ///
    /// @throws IllegalArgumentException for anything else
    static Shape parse(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no shape: " + text);
        }
        return new Shape(Integer.parseInt(parts[0]), Set.of(parts[1].split(",")));
    }

    /// The columns of the stream of now that rows of then may have other values in than were read.
    List<String> unread(PlannedStream now) {
        return now.columns().stream()
                .filter(column -> !knows(column))
                .filter(column ->
                        !column.attribute().addedEmpty() || column.attribute().number() <= columns)
                .map(column -> column.field().name())
                .toList();
    }

    @Override
    public String toString() {
        return columns + ":" + String.join(",", known);
    }

    /// Values of an enumeration may have been added since, so each number of them is tried that there can have
    /// been.
    private boolean knows(PlannedColumn column) {
        List<String> labels = column.attribute().type().labels();
        for (int count = labels.size(); count >= 0; count--) {
            if (known.contains(mark(column, labels.subList(0, count)))) {
                return true;
            }
        }
        return false;
    }

    /// Short: positions are written with every commit.
    private static String mark(PlannedColumn column, List<String> labels) {
        Type type = column.wire().type();
        boolean nested = type instanceof Type.Struct || type instanceof Type.Listing;
        List<String> facts = List.of(
                column.field().name(),
                column.expression(),
                column.attribute().formula(),
                nested ? type.toString() : "",
                labels.toString());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = digest.digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
