package basin.model.properties;

import basin.core.problem.Place;
import basin.core.problem.Suggestion;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.project.ProjectTree;
import basin.model.project.TextFile;
import basin.model.resource.Dependencies;
import basin.model.resource.Draft;
import basin.model.resource.Identity;
import basin.model.resource.Model;
import basin.model.resource.RefCall;
import basin.model.resource.ResourceType;
import basin.model.resource.SourceCall;
import basin.model.resource.UnitTest;
import basin.model.resource.UnitTestRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads unit tests: one for each version of the model that it is of.
final class UnitTestReader {
    private static final Set<String> KEYS = Set.of(
            "name", "description", "model", "given", "expect", "overrides", "config", "versions", "tags", "meta");

    private final ProjectTree tree;
    private final DocsBlocks docs;
    private final Map<String, TextFile> fixtures = new LinkedHashMap<>();
    private final Map<String, List<Draft>> models = new LinkedHashMap<>();
    private final List<UnitTest> tests = new ArrayList<>();

    /// @param fixtures of all projects
    /// @param drafts among them the models
    UnitTestReader(ProjectTree tree, DocsBlocks docs, List<TextFile> fixtures, List<Draft> drafts) {
        this.tree = tree;
        this.docs = docs;
        fixtures.forEach(file -> this.fixtures.put(file.packageName() + "." + file.stem(), file));
        for (Draft draft : drafts) {
            if (draft.kind() instanceof Model) {
                models.computeIfAbsent(draft.packageName() + "." + draft.name(), _ -> new ArrayList<>())
                        .add(draft);
            }
        }
    }

    /// All unit tests, those that are not enabled among them.
    List<UnitTest> tests() {
        return tests;
    }

    /// Takes what a file says.
    void read(PropertiesFile file) {
        for (Mapping item : file.content().mappings("unit_tests")) {
            String name = item.required("name", "a unit test");
            String model = item.required("model", "a unit test");
            if (name == null || model == null) {
                continue;
            }
            item.expect(KEYS, "a unit test");
            CallText call = CallText.parse(model, item.place("model"));
            RefCall ref = call == null ? null : call.ref();
            String modelName = ref == null ? model : ref.name();
            List<Draft> tested = models.getOrDefault(file.project().name() + "." + modelName, List.of());
            if (tested.isEmpty()) {
                refuseModel(file, item, modelName);
                continue;
            }
            for (Draft draft : tested) {
                if (includes(item, draft)) {
                    tests.add(test(file, name, item, draft));
                }
            }
        }
    }

    private void refuseModel(PropertiesFile file, Mapping item, String model) {
        String prefix = file.project().name() + ".";
        Set<String> names = new TreeSet<>();
        models.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> names.add(key.substring(prefix.length())));
        item.findings()
                .mistake(
                        "there is no model '" + model + "' for the unit test",
                        item.place("model"),
                        Suggestion.didYouMean(model, names));
    }

    private static boolean includes(Mapping item, Draft draft) {
        Mapping versions = item.mapping("versions");
        String version = draft.kind() instanceof Model model ? model.version() : null;
        if (versions == null || version == null) {
            return true;
        }
        return versions.has("include")
                ? versions.texts("include").contains(version)
                : !versions.texts("exclude").contains(version);
    }

    private UnitTest test(PropertiesFile file, String name, Mapping item, Draft tested) {
        DbtProject project = file.project();
        String version = tested.kind() instanceof Model model ? model.version() : null;
        Identity identity = new Identity(
                ResourceType.UNIT_TEST,
                "unit_test." + project.name() + "." + tested.name() + "." + name
                        + (version == null ? "" : "_v" + version),
                project.name(),
                name,
                Names.fqn(project.name(), file.file().path(), tested.name(), name),
                file.file().path(),
                file.file().originalPath(),
                item.place());
        Config config =
                Layers.over(project.tree("unit_tests").over(Config.EMPTY, identity.fqn()), ConfigValues.of(item));
        if (!project.name().equals(tree.root().name())) {
            config = tree.root().tree("unit_tests").over(config, identity.fqn());
        }
        List<UnitTest.Given> given = new ArrayList<>();
        List<RefCall> refs = new ArrayList<>();
        List<SourceCall> sources = new ArrayList<>();
        refs.add(new RefCall(project.name(), tested.name(), version, item.place("model")));
        for (Mapping input : item.mappings("given")) {
            String written = input.required("input", "what is given");
            UnitTestRows rows = rows(file, input);
            if (written == null || rows == null) {
                continue;
            }
            CallText call = CallText.parse(written, input.place("input"));
            if (call == null && !written.strip().equals("this")) {
                item.findings()
                        .mistake(
                                "'" + written + "' is nothing that a model reads",
                                input.place("input"),
                                "write ref('...'), source('...', '...') or this");
                continue;
            }
            if (call != null) {
                add(refs, call.ref());
                add(sources, call.source());
            }
            given.add(new UnitTest.Given(written, rows));
        }
        Mapping expect = item.mapping("expect");
        if (expect == null) {
            item.findings()
                    .mistake(
                            "'expect' of the unit test '" + name + "' is missing",
                            item.place(),
                            "add 'expect: {rows: []}'");
        }
        UnitTestRows expected = expect == null ? null : rows(file, expect);
        Mapping overrides = item.mapping("overrides");
        return new UnitTest(
                identity,
                tested.name(),
                tested.uniqueId(),
                version,
                docs.description(
                        item.rawText("description"), project.name(), item.place("description"), item.reading()),
                given,
                expected == null ? new UnitTestRows.Values(List.of(), false, null, item.place()) : expected,
                overrides == null ? Map.of() : overrides.values("macros"),
                overrides == null ? Map.of() : overrides.values("vars"),
                overrides == null ? Map.of() : overrides.values("env_vars"),
                config,
                new Dependencies(refs, sources, List.of(), List.of(), Set.of()));
    }

    private static <T> void add(List<T> calls, @Nullable T call) {
        if (call != null) {
            calls.add(call);
        }
    }

    /// The rows of an input or of what is expected; null and a mistake if they are wrong.
    private @Nullable UnitTestRows rows(PropertiesFile file, Mapping owner) {
        String format = owner.text("format", "dict");
        String fixture = owner.text("fixture");
        Place.InFile place = owner.has("rows") ? owner.place("rows") : owner.place();
        return switch (format) {
            case "dict" -> new UnitTestRows.Values(mappings(owner), false, null, place);
            case "csv" -> {
                String text = text(file, owner, fixture);
                yield text == null ? null : new UnitTestRows.Values(CsvRows.of(text), true, fixture, place);
            }
            case "sql" -> {
                String text = text(file, owner, fixture);
                yield text == null ? null : new UnitTestRows.Sql(text, fixture, place);
            }
            default -> {
                owner.findings()
                        .mistake("unknown format '" + format + "'; one of dict, csv, sql", owner.place("format"), null);
                yield null;
            }
        };
    }

    private static List<Map<String, @Nullable Object>> mappings(Mapping owner) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Item item : owner.items("rows")) {
            Mapping row = item.mapping();
            if (row == null) {
                owner.findings()
                        .mistake(
                                "a row must be a mapping, but is " + item.describe(),
                                item.place(),
                                "write '- {column: value}', or 'format: csv'");
            } else {
                rows.add(row.values());
            }
        }
        return rows;
    }

    private @Nullable String text(PropertiesFile file, Mapping owner, @Nullable String fixture) {
        if (fixture == null) {
            String text = owner.rawText("rows");
            return text == null ? "" : text;
        }
        TextFile found = fixtures.get(file.project().name() + "." + fixture);
        if (found == null) {
            owner.findings()
                    .mistake(
                            "there is no fixture '" + fixture + "'",
                            owner.place("fixture"),
                            "put it into the folder 'fixtures' of the tests");
            return null;
        }
        return found.text();
    }
}
