package basin.model.properties;

import basin.model.document.Findings;
import basin.model.project.MacroFile;
import basin.model.project.ProjectTree;
import basin.model.resource.Doc;
import basin.model.resource.Draft;
import basin.model.resource.Exposure;
import basin.model.resource.Group;
import basin.model.resource.Metric;
import basin.model.resource.SavedQuery;
import basin.model.resource.SemanticModel;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.List;
import java.util.Map;

/// Everything that stands in the files of a project and its packages, before any template of a model was rendered and
/// any reference followed. What is not enabled is among it.
///
/// @param macroProperties by the macro's unique id
public record ProjectContents(
        ProjectTree tree,
        List<Draft> drafts,
        List<Source> sources,
        List<Exposure> exposures,
        List<Metric> metrics,
        List<SemanticModel> semanticModels,
        List<SavedQuery> savedQueries,
        List<Group> groups,
        List<UnitTest> unitTests,
        List<Doc> docs,
        List<MacroFile> macroFiles,
        Map<String, MacroProperties> macroProperties) {

    /// Reads all files of a project and its packages.
    ///
    /// @param findings takes what is wrong
    public static ProjectContents read(ProjectTree tree, Findings findings) {
        return new ContentsReader(tree, findings).read();
    }
}
