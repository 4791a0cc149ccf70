package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.util.Map;

/// A row of a table that fills a template: what `${row.column}` looks at.
///
/// @param place the row's place in its file
/// @param values by column
public record Row(Place.InFile place, Map<String, String> values) {

    /// A problem that this row brings to a template: it is shown at the row, and names the template's place.
    Problem blame(Problem problem) {
        String template = "the template is " + problem.place();
        return problem.at(place).because(problem.why() == null ? template : problem.why() + "; " + template);
    }
}
