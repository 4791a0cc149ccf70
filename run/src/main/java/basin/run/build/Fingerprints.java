package basin.run.build;

import basin.core.settings.Environment;
import basin.core.stream.TableName;
import basin.engine.workspace.Workspace;
import basin.lake.Relation;
import basin.model.config.Config;
import basin.model.project.Target;
import basin.model.resource.Code;
import basin.model.resource.GenericTest;
import basin.model.resource.Macro;
import basin.model.resource.Node;
import basin.model.resource.RelationName;
import basin.model.resource.Resource;
import basin.model.resource.SingularTest;
import basin.model.resource.Source;
import basin.model.resource.UnitTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each node is made of, as a hash: its template, its macros, its configuration, its variables, and the state of
/// all that it reads. As long as that is the same, making it again would make the same.
///
/// The hash is noted with the table or view, in the commit that makes it, so that it cannot speak of other rows than
/// those that are there. A node that asks for the time, for a random number or for the run it is in has another one
/// every time.
///
/// For any thread.
public final class Fingerprints {
    private static final String NOTE = "basin.model.fingerprint";
    private static final Pattern COMMENT = Pattern.compile("(?s)\\{#.*?#\\}|/\\*.*?\\*/|--[^\\n]*");
    private static final Pattern VOLATILE = Pattern.compile(
            "(?i)\\b(run_started_at|invocation_id|current_timestamp|current_date|current_time|localtimestamp|localtime)\\b"
                    + "|\\b(now|today|random|uuid|gen_random_uuid|uuidv4|uuidv7|get_current_time\\w*|nextval)\\s*\\(");
    private static final Set<String> LASTING = Set.of("table", "incremental", "seed", "snapshot");

    /// Options of the command line that leave rows out.
    private static final List<String> NARROWING = List.of("empty", "sample", "event_time_start", "event_time_end");

    private static final Pattern VARIABLE = Pattern.compile("env_var\\s*\\(\\s*['\"]([^'\"]+)['\"]");

    private final ModelProject project;
    private final Workspace workspace;
    private final PassedTests passed;
    private final boolean force;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    /// @param passed the tests that went well before
    /// @param force whether everything counts as changed
    public Fingerprints(ModelProject project, Workspace workspace, PassedTests passed, boolean force) {
        this.project = project;
        this.workspace = workspace;
        this.passed = passed;
        this.force = force;
    }

    /// The hash of a node or a unit test, with what it reads as that is now.
    String of(Resource resource) {
        StringJoiner parts = new StringJoiner("\n");
        parts.add(content(resource));
        if (!(resource instanceof UnitTest)) {
            new TreeSet<>(project.graph().parents(resource.uniqueId()))
                    .forEach(parent -> parts.add(parent + " " + state(parent)));
        }
        return Code.sha256(parts.toString());
    }

    /// Whether what a resource makes, or has found, still is what it would be.
    boolean isCurrent(Resource resource, String fingerprint) {
        if (force) {
            return false;
        }
        if (isTest(resource)) {
            return passed.has(resource.uniqueId(), fingerprint);
        }
        return resource instanceof Node node
                && project.invocation().options().get("event_time_start") == null
                && !node.config().flag("full_refresh", project.invocation().option("full_refresh"))
                && workspace.relation(NodeRun.name(node)).isPresent()
                && fingerprint.equals(workspace.notes(NodeRun.name(node)).get(NOTE));
    }

    /// What is noted with a table or view.
    Map<String, String> notes(String fingerprint) {
        return Map.of(NOTE, fingerprint);
    }

    /// Remembers that a test went well.
    void passed(Resource test, String fingerprint) {
        passed.add(test.uniqueId(), fingerprint);
    }

    private static boolean isTest(Resource resource) {
        return resource instanceof UnitTest
                || (resource instanceof Node node
                        && (node.kind() instanceof GenericTest || node.kind() instanceof SingularTest));
    }

    /// What something that is read holds at the moment: for a table its version, for a view what it is made of.
    private String state(String uniqueId) {
        return switch (project.graph().find(uniqueId)) {
            case Source source -> version(source.relation());
            case Node node
            when project.deferral().defers(node) -> {
                RelationName elsewhere = project.deferral().of(node);
                yield elsewhere.sql() + " " + version(elsewhere);
            }
            case Node node when node.isEphemeral() || isView(node) -> definition(node);
            case Node node -> version(node.relation());
            case null, default -> "";
        };
    }

    /// The hash of a view, found once: nobody asks for it before all that it reads has been made.
    private String definition(Node view) {
        String known = definitions.get(view.uniqueId());
        if (known == null) {
            known = of(view);
            definitions.put(view.uniqueId(), known);
        }
        return known;
    }

    private boolean isView(Node node) {
        if (LASTING.contains(node.materialized())) {
            return false;
        }
        return workspace
                .relation(NodeRun.name(node))
                .filter(relation -> relation.kind() == Relation.Kind.VIEW)
                .isPresent();
    }

    private String version(RelationName relation) {
        return workspace
                .relation(new TableName(relation.schema(), relation.identifier()))
                .map(Relation::version)
                .orElse("none");
    }

    /// The hash of what a resource says, whatever it reads.
    private String content(Resource resource) {
        return contents.computeIfAbsent(resource.uniqueId(), _ -> switch (resource) {
            case Node node -> content(node);
            case UnitTest test -> {
                Node model = test.testedNode() == null ? null : project.graph().node(test.testedNode());
                yield Code.sha256(test + "\n" + (model == null ? "" : content(model)));
            }
            default -> resource.toString();
        });
    }

    private String content(Node node) {
        StringJoiner parts = new StringJoiner("\n");
        Target target = project.graph().tree().target();
        parts.add(String.join(" ", target.name(), target.type(), target.database(), target.schema()));
        parts.add(node.code().checksum())
                .add(node.kind().toString())
                .add(node.relation().sql());
        parts.add(new TreeMap<>(node.config().values()).toString());
        NARROWING.forEach(option ->
                parts.add(option + "=" + project.invocation().options().get(option)));
        if (isTest(node)) {
            parts.add("store_failures=" + project.invocation().option("store_failures"));
        }
        parts.add(new TreeMap<>(project.graph().tree().vars(node.packageName())).toString());
        String text = node.code().raw() + hooks(node.config());
        for (Macro macro : macros(node)) {
            parts.add(macro.uniqueId() + " " + Code.sha256(macro.sql()));
            text += macro.packageName().equals(NodeRun.BUILT_IN) ? "" : "\n" + macro.sql();
        }
        Environment environment = project.graph().tree().environment();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            parts.add(variable.group(1) + "=" + environment.variables().get(variable.group(1)));
        }
        if (VOLATILE.matcher(COMMENT.matcher(text).replaceAll(" ")).find()) {
            parts.add(UUID.randomUUID().toString());
        }
        return Code.sha256(parts.toString());
    }

    private static String hooks(Config config) {
        return "\n" + config.get("pre_hook") + "\n" + config.get("post_hook");
    }

    /// The macros that a node calls, and those that they call.
    private Set<Macro> macros(Node node) {
        Set<Macro> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(new TreeSet<>(node.dependencies().macros()));
        while (!open.isEmpty()) {
            Macro macro = project.graph().macros().get(open.poll());
            if (macro != null && found.add(macro)) {
                open.addAll(new TreeSet<>(macro.macros()));
            }
        }
        return found;
    }
}
