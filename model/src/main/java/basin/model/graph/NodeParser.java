package basin.model.graph;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.properties.CallText;
import basin.model.properties.PythonCalls;
import basin.model.resource.Analysis;
import basin.model.resource.Captured;
import basin.model.resource.Code;
import basin.model.resource.Constraint;
import basin.model.resource.Dependencies;
import basin.model.resource.Draft;
import basin.model.resource.GenericTest;
import basin.model.resource.Hook;
import basin.model.resource.Kind;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.RefCall;
import basin.model.resource.RelationName;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import basin.model.resource.SourceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a node of a draft: has its template rendered, and lays the configuration together.
///
/// For any thread.
final class NodeParser {
    private final ProjectTree tree;
    private final Templates templates;

    NodeParser(ProjectTree tree, Templates templates) {
        this.tree = tree;
        this.templates = templates;
    }

    /// What became of a draft.
    ///
    /// @param node null if it could not be made
    /// @param problems why not; empty if it was made
    record Parsed(@Nullable Node node, List<Problem> problems) {}

    Parsed parse(Draft draft) {
        boolean enabled = draft.config().flag("enabled", true);
        try {
            Captured captured = capture(draft);
            Config config = config(draft, captured);
            return new Parsed(node(draft, captured, config), List.of());
        } catch (ProblemException e) {
            // What is switched off may be broken.
            return enabled ? new Parsed(null, e.problems()) : new Parsed(switchedOff(draft), List.of());
        }
    }

    private Captured capture(Draft draft) {
        if (draft.kind() instanceof Seed) {
            return Captured.NOTHING;
        }
        return draft.code().language() == Code.Language.PYTHON ? PythonCalls.of(draft) : templates.capture(draft);
    }

    private Node node(Draft draft, Captured captured, Config config) {
        List<RefCall> refs = new ArrayList<>(captured.refs());
        List<SourceCall> sources = new ArrayList<>(captured.sources());
        addForeignKeys(draft, refs, sources);
        Dependencies dependencies = new Dependencies(refs, sources, captured.metrics(), List.of(), captured.macros());
        return new Node(
                draft.identity(),
                kind(draft.kind(), config),
                draft.code(),
                draft.documentation(),
                config,
                templates.relation(draft, config),
                dependencies);
    }

    /// A model depends on what its foreign keys lead to.
    private static void addForeignKeys(Draft draft, List<RefCall> refs, List<SourceCall> sources) {
        if (!(draft.kind() instanceof Model model)) {
            return;
        }
        List<Constraint> constraints = new ArrayList<>(model.constraints());
        draft.documentation().columns().values().forEach(column -> constraints.addAll(column.constraints()));
        for (Constraint constraint : constraints) {
            CallText call = constraint.to() == null
                    ? null
                    : CallText.parse(constraint.to(), draft.identity().place());
            if (call != null && call.ref() != null) {
                refs.add(call.ref());
            } else if (call != null && call.source() != null) {
                sources.add(call.source());
            }
        }
    }

    private Node switchedOff(Draft draft) {
        RelationName nowhere = new RelationName(
                tree.target().database(), tree.target().schema(), draft.name(), RelationName.Quoting.ALL);
        return new Node(
                draft.identity(),
                draft.kind(),
                draft.code(),
                draft.documentation(),
                draft.config(),
                nowhere,
                Dependencies.NONE);
    }

    /// Calls of `config()` come over what files say, and over these what the root project imposes on a package.
    private Config config(Draft draft, Captured captured) {
        Config config = draft.config();
        for (Map<String, @Nullable Object> call : captured.configCalls()) {
            config = Layers.over(config, call);
        }
        DbtProject root = tree.root();
        if (!draft.packageName().equals(root.name())) {
            config = root.tree(section(draft.kind()))
                    .over(config, draft.identity().fqn());
        }
        return config;
    }

    /// What a template configures may say more of a model than its files did.
    private static Kind kind(Kind kind, Config config) {
        return kind instanceof Model model ? model.configured(config.text("access"), config.text("group")) : kind;
    }

    private static String section(Kind kind) {
        return switch (kind) {
            case Model _, Hook _ -> "models";
            case Analysis _ -> "analyses";
            case Seed _ -> "seeds";
            case Snapshot _ -> "snapshots";
            case SingularTest _, GenericTest _ -> "data_tests";
        };
    }
}
