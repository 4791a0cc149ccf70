package basin.lake.scan;

import basin.duck.DuckConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/// Between which values the keys lie that somebody is looking for.
public final class KeyRange {

    private KeyRange() {}

    /// What files must hold to be of interest: the range of each column of the key in which there are
    /// no nulls.
    ///
    /// @param from  what stands after FROM to get at the keys
    /// @param key   columns of the table that is searched
    /// @param names what those are called in `from`, in SQL
    public static Predicate of(DuckConnection connection, String from, List<NestedField> key, List<String> names) {
        String range = names.stream()
                .map(column -> "min(" + column + "), max(" + column + "), count(*) - count(" + column + ")")
                .collect(Collectors.joining(", "));
        List<@Nullable Object> found =
                connection.fetch("SELECT " + range + " FROM " + from).getFirst();
        List<Predicate> bounds = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Object least = found.get(3 * i);
            Object greatest = found.get(3 * i + 1);
            boolean hasNulls = !Long.valueOf(0).equals(found.get(3 * i + 2));
            if (least != null && greatest != null && !hasNulls) {
                String column = key.get(i).name();
                bounds.add(new Predicate.Comparison(column, Predicate.Operator.GREATER_OR_EQUAL, least));
                bounds.add(new Predicate.Comparison(column, Predicate.Operator.LESS_OR_EQUAL, greatest));
            }
        }
        return new Predicate.All(bounds);
    }
}
