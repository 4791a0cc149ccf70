package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.compile.Compiler;
import basin.model.compile.DeferredReferents;
import basin.model.compile.GraphReferents;
import basin.model.context.GraphView;
import basin.model.context.Invocation;
import basin.model.context.Messages;
import basin.model.context.ProjectContext;
import basin.model.context.Referents;
import basin.model.document.Findings;
import basin.model.graph.GraphBuilder;
import basin.model.graph.ProjectGraph;
import basin.model.macro.MacroFiles;
import basin.model.macro.MacroLibrary;
import basin.model.project.ProjectOptions;
import basin.model.project.ProjectTree;
import basin.model.properties.ProjectContents;
import basin.model.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A dbt project that was read and found right: its graph, and what turns its templates into SQL.
///
/// For any thread.
///
/// @param graph all that is enabled, and what depends on what
/// @param compiler renders its templates
/// @param library its macros, those of its packages and Basin's own
/// @param deferral where its models are read that are not built
/// @param remarks what is worth a word, and keeps nothing from running
public record ModelProject(
        ProjectGraph graph,
        Compiler compiler,
        MacroLibrary library,
        Invocation invocation,
        Deferral deferral,
        List<Problem> remarks) {
    public ModelProject {
        remarks = List.copyOf(remarks);
    }

    /// Reads a project, its profile and its packages.
    ///
    /// @param messages hears what templates say
    /// @throws ProblemException with every mistake in it
    public static ModelProject read(ProjectOptions options, Invocation invocation, Messages messages) {
        Findings findings = new Findings();
        ProjectTree tree = ProjectTree.read(options, findings);
        if (tree == null) {
            throw new ProblemException(findings.mistakes().inReadingOrder());
        }
        ProjectContents contents = ProjectContents.read(tree, findings);
        MacroLibrary library = MacroLibrary.read(tree, contents.macroFiles(), new MacroFiles(), findings.mistakes());
        AtomicReference<@Nullable ProjectGraph> built = new AtomicReference<>();
        ProjectContext context =
                new ProjectContext(tree, invocation, library, new GraphView(() -> resources(built.get())), messages);
        Compiler compiler = new Compiler(context, contents.macroProperties());
        ProjectGraph graph = GraphBuilder.buildSound(contents, compiler, findings);
        built.set(graph);
        return new ModelProject(
                graph,
                compiler,
                library,
                invocation,
                Deferral.NONE,
                findings.remarks().inReadingOrder());
    }

    /// The same, where some models are read from elsewhere.
    public ModelProject deferring(Deferral elsewhere) {
        return new ModelProject(graph, compiler, library, invocation, elsewhere, remarks);
    }

    /// What names in templates lead to.
    public Referents referents() {
        return new DeferredReferents(new GraphReferents(graph), deferral.relations());
    }

    private static Collection<? extends Resource> resources(@Nullable ProjectGraph graph) {
        return graph == null ? new ArrayList<>() : new GraphReferents(graph).resources();
    }
}
