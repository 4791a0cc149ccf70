package basin.model.resource;

import basin.core.problem.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of a unit test, in one of three ways of writing them; a fixture's file has been read.
public sealed interface UnitTestRows {

    /// Where they are written.
    Place.InFile place();

    /// The name of the fixture they come from; null if they stand in the YAML.
    @Nullable
    String fixture();

    /// Mappings of column name to value, or CSV; an empty cell of CSV is null.
    ///
    /// @param rows each may have other columns; a column left out is null
    /// @param csv whether they were written as CSV, so that all values are texts
    record Values(
            List<Map<String, @Nullable Object>> rows,
            boolean csv,
            @Nullable String fixture,
            Place.InFile place) implements UnitTestRows {}

    /// A query that returns the rows.
    ///
    /// @param sql a template
    record Sql(String sql, @Nullable String fixture, Place.InFile place) implements UnitTestRows {}
}
