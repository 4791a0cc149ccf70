package basin.app.build;

import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.model.document.Findings;
import basin.model.document.ValueTemplates;
import basin.model.graph.ProjectGraph;
import basin.model.project.DbtProject;
import basin.model.resource.Resource;
import basin.model.resource.ResourceType;
import basin.model.selection.IndirectSelection;
import basin.model.selection.Selection;
import basin.model.selection.SelectionParser;
import basin.model.selection.Selector;
import basin.model.selection.SelectorsFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which of a project's resources are meant, in dbt's words.
public final class SelectionFlags {
    @Parameters(
            paramLabel = "SELECT",
            arity = "0..*",
            description = "What to take, as with --select (default: everything).")
    List<String> words = List.of();

    @Option(
            names = {"-s", "--select", "-m", "--models"},
            paramLabel = "SELECT",
            arity = "1..*",
            description = "What to take: orders, +orders, tag:daily, path:models/marts, state:modified+ ...")
    List<String> select = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "SELECT",
            arity = "1..*",
            description = "What to leave out, in the same words.")
    List<String> exclude = List.of();

    @Option(names = "--selector", paramLabel = "NAME", description = "A selection that selectors.yml gives a name to.")
    @Nullable
    String selector;

    @Option(
            names = {"--resource-type", "--resource-types"},
            paramLabel = "TYPE",
            arity = "1..*",
            description = "Of what is selected, only what is of these types: model, seed, snapshot, test, ...")
    List<String> types = List.of();

    @Option(
            names = {"--exclude-resource-type", "--exclude-resource-types"},
            paramLabel = "TYPE",
            arity = "1..*",
            description = "Of what is selected, only what is of other types.")
    List<String> excludedTypes = List.of();

    @Option(
            names = "--indirect-selection",
            paramLabel = "MODE",
            description = "Which tests come along: eager, cautious, buildable or empty (default: eager).")
    String indirect = "eager";

    @Mixin
    StateFlags state = new StateFlags();

    /// Takes away the first word, where that names what is to be done and not what it is done with.
    ///
    /// @return empty if no word was typed
    public String takeAction() {
        if (words.isEmpty()) {
            return "";
        }
        String action = words.getFirst();
        words = words.subList(1, words.size());
        return action;
    }

    /// Everything that was typed as a selection, with or without `--select`.
    public List<String> selected() {
        List<String> all = new ArrayList<>(words);
        all.addAll(select);
        return all;
    }

    /// The same, where a word that is one of these names means the source of that name.
    public SelectionFlags withSources(Set<String> names) {
        SelectionFlags flags = new SelectionFlags();
        flags.select = selected().stream()
                .map(word -> names.contains(word) ? "source:" + word : word)
                .toList();
        flags.exclude = exclude;
        flags.selector = selector;
        flags.types = types;
        flags.excludedTypes = excludedTypes;
        flags.indirect = indirect;
        flags.state = state;
        return flags;
    }

    /// The unique ids of what is meant.
    ///
    /// @throws ProblemException if something typed means nothing
    Set<String> of(ProjectGraph graph, Workplace workplace) {
        DbtProject root = graph.tree().root();
        Set<String> found = new Selector(graph, state.earlier(root, workplace), indirect()).select(selection(root));
        Set<ResourceType> wanted = types(types);
        Set<ResourceType> unwanted = types(excludedTypes);
        found.removeIf(id -> {
            var resource = graph.find(id);
            return resource == null
                    || unwanted.contains(resource.type())
                    || (!wanted.isEmpty() && !wanted.contains(resource.type()));
        });
        return found;
    }

    /// The earlier state that is named, and what it is good for.
    StateFlags state() {
        return state;
    }

    /// What to say where nothing is meant: a line for each word.
    List<String> nothing(ProjectGraph graph) {
        List<String> names =
                graph.resources().values().stream().map(Resource::name).toList();
        List<String> lines = new ArrayList<>();
        for (String word : selected()) {
            String advice = Suggestion.didYouMean(word, names);
            lines.add("nothing is selected by '" + word + "'" + (advice == null ? "" : "; " + advice));
        }
        return lines;
    }

    private Selection selection(DbtProject root) {
        Findings findings = new Findings();
        SelectorsFile named = SelectorsFile.read(root.folder(), ValueTemplates.NONE, findings);
        findings.mistakes().throwIfAny();
        List<String> selected = selected();
        if (selector != null) {
            if (!selected.isEmpty() || !exclude.isEmpty()) {
                throw wrong("--selector says all there is to say", "leave --select and --exclude out");
            }
            return named.named(selector);
        }
        Selection usual = named.selectedByDefault();
        return selected.isEmpty() && exclude.isEmpty() && usual != null
                ? usual
                : SelectionParser.parse(selected, exclude);
    }

    private IndirectSelection indirect() {
        IndirectSelection mode = IndirectSelection.of(indirect);
        if (mode == null) {
            List<String> good = Arrays.stream(IndirectSelection.values())
                    .map(IndirectSelection::word)
                    .toList();
            throw wrong(
                    "unknown indirect selection '" + indirect + "'; one of " + String.join(", ", good),
                    Suggestion.didYouMean(indirect, good));
        }
        return mode;
    }

    /// The types of words such as `model`; `all` and `default` are those that there are.
    private static Set<ResourceType> types(List<String> words) {
        Set<ResourceType> types = new LinkedHashSet<>();
        for (String word : words) {
            if (word.equals("all") || word.equals("default")) {
                types.addAll(Arrays.asList(ResourceType.values()));
            } else {
                types.add(type(word));
            }
        }
        return types;
    }

    private static ResourceType type(String word) {
        for (ResourceType type : ResourceType.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        List<String> good =
                Arrays.stream(ResourceType.values()).map(ResourceType::word).toList();
        throw wrong(
                "unknown resource type '" + word + "'; one of " + String.join(", ", good),
                Suggestion.didYouMean(word, good));
    }

    private static ProblemException wrong(String what, @Nullable String advice) {
        return new ProblemException(Problem.wrong(what, Place.NOWHERE).advise(advice));
    }

    /// The flags by dbt's names.
    void putInto(Map<String, @Nullable Object> arguments) {
        arguments.put("select", selected());
        arguments.put("exclude", exclude);
        arguments.put("selector", selector);
        arguments.put("resource_types", types);
        arguments.put("exclude_resource_types", excludedTypes);
        arguments.put("indirect_selection", indirect);
        state.putInto(arguments);
    }

    /// The flags that an earlier command had.
    ///
    /// @param arguments as [#putInto] made them
    static SelectionFlags of(JsonNode arguments) {
        SelectionFlags flags = new SelectionFlags();
        flags.select = texts(arguments.path("select"));
        flags.exclude = texts(arguments.path("exclude"));
        flags.selector = arguments.path("selector").textValue();
        flags.types = texts(arguments.path("resource_types"));
        flags.excludedTypes = texts(arguments.path("exclude_resource_types"));
        flags.indirect = arguments.path("indirect_selection").asText("eager");
        flags.state = StateFlags.of(arguments);
        return flags;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
