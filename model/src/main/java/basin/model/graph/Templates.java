package basin.model.graph;

import basin.model.config.Config;
import basin.model.resource.Captured;
import basin.model.resource.Draft;
import basin.model.resource.Macro;
import basin.model.resource.RelationName;
import java.util.Collection;

/// What the graph needs to know of templates.
///
/// Called from several threads at once.
public interface Templates {

    /// All macros of the project, its packages and of dbt itself.
    Collection<Macro> macros();

    /// Renders a draft's template with `execute` false.
    ///
    /// @return what it referred to and configured
    /// @throws basin.core.problem.ProblemException if it cannot be rendered
    Captured capture(Draft draft);

    /// The relation that a draft makes, by the macros `generate_database_name`, `generate_schema_name` and
    /// `generate_alias_name` of its project.
    ///
    /// @param config final
    /// @throws basin.core.problem.ProblemException if one of them fails
    RelationName relation(Draft draft, Config config);
}
