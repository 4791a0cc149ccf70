package basin.model.properties;

import basin.jinja.operation.Text;
import basin.model.config.Config;
import basin.model.config.Layers;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.project.DbtProject;
import basin.model.resource.Code;
import basin.model.resource.Documentation;
import basin.model.resource.Draft;
import basin.model.resource.GenericTest;
import basin.model.resource.Identity;
import basin.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes drafts of the generic tests that a properties file declares.
///
/// The template of such a test is the call of its macro, with the arguments in the variable `_dbt_generic_test_kwargs`,
/// and a call of `config()` with what was declared.
final class TestDrafts {
    private final DbtProject project;
    private final DocsBlocks docs;
    private final PropertiesFile file;
    private final List<Draft> drafts = new ArrayList<>();

    /// What tests are declared on.
    ///
    /// @param model the argument `model`: `{{ get_where_subquery(ref('orders')) }}`
    /// @param name that the tests' names have
    /// @param prefix what stands before the tests' names: `source_` or nothing
    /// @param attached the unique id; null for a source
    /// @param quoteColumns whether names of columns are quoted unless they say otherwise
    record Target(
            String model,
            String name,
            String prefix,
            @Nullable String attached,
            boolean quoteColumns,
            List<String> tags) {

        /// A model, seed or snapshot.
        static Target node(Draft draft, String name, @Nullable String version, boolean quoteColumns) {
            String ref = version == null ? "ref('" + name + "')" : "ref('" + name + "', version='" + version + "')";
            return new Target(
                    "{{ get_where_subquery(" + ref + ") }}",
                    version == null ? name : name + "_v" + version,
                    "",
                    draft.uniqueId(),
                    quoteColumns,
                    List.of());
        }

        /// A table of a source.
        static Target source(String source, String table, boolean quoteColumns, List<String> tags) {
            return new Target(
                    "{{ get_where_subquery(source('" + source + "', '" + table + "')) }}",
                    source + "_" + table,
                    "source_",
                    null,
                    quoteColumns,
                    tags);
        }
    }

    TestDrafts(PropertiesFile file, DocsBlocks docs) {
        this.project = file.project();
        this.file = file;
        this.docs = docs;
    }

    /// All drafts made so far.
    List<Draft> drafts() {
        return drafts;
    }

    /// The tests of a table and of its columns.
    ///
    /// @param owner the mapping that holds the tests of the table
    void declaredOn(Target target, Mapping owner, List<Mapping> columns) {
        for (Mapping column : columns) {
            String name = column.text("name");
            if (name != null) {
                Boolean quote = column.flag("quote");
                boolean quoted = quote == null ? target.quoteColumns() : quote;
                List<String> tags = new ArrayList<>(target.tags());
                tags.addAll(column.texts("tags"));
                Mapping config = column.mapping("config");
                if (config != null) {
                    tags.addAll(config.texts("tags"));
                }
                tests(target, column, quoted ? '"' + name + '"' : name, tags);
            }
        }
        tests(target, owner, null, target.tags());
    }

    private void tests(Target target, Mapping owner, @Nullable String column, List<String> tags) {
        if (owner.has("tests") && owner.has("data_tests")) {
            owner.findings()
                    .mistake(
                            "'tests' and 'data_tests' are the same key",
                            owner.place("tests"),
                            "put all under 'data_tests'");
        }
        for (String key : List.of("data_tests", "tests")) {
            for (Item item : owner.items(key)) {
                TestDeclaration declaration = TestDeclaration.of(item, owner.reading());
                if (declaration != null) {
                    drafts.add(draft(target, declaration, column, tags, owner));
                }
            }
        }
    }

    private Draft draft(
            Target target, TestDeclaration declaration, @Nullable String column, List<String> tags, Mapping owner) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(declaration.arguments());
        if (column != null) {
            arguments.put("column_name", column);
        }
        String namespaced = (declaration.namespace() == null ? "" : declaration.namespace() + "_")
                + target.prefix()
                + declaration.test();
        TestName name = declaration.name() != null
                ? TestName.chosen(declaration.name())
                : TestName.of(namespaced, target.name(), arguments);
        arguments.put("model", target.model());
        Map<String, @Nullable Object> declared = new LinkedHashMap<>(declaration.config());
        if (!name.full().equals(name.shortened())) {
            declared.putIfAbsent("alias", name.shortened());
        }
        TreeSet<String> allTags = new TreeSet<>(tags);
        allTags.addAll(declaration.tags());
        String hash = name.hash(declaration.namespace(), declaration.test(), arguments);
        Identity identity = new Identity(
                ResourceType.TEST,
                "test." + project.name() + "." + name.full() + "." + hash,
                project.name(),
                name.full(),
                Names.fqn(project.name(), file.file().path(), name.full()),
                name.shortened() + ".sql",
                file.file().originalPath(),
                declaration.place());
        GenericTest test = new GenericTest(
                declaration.test(), declaration.namespace(), arguments, column, target.attached(), name.shortened());
        Config config = project.tree("data_tests").over(Config.EMPTY, identity.fqn());
        config = Layers.over(Layers.over(config, declared), Map.of("tags", List.copyOf(allTags)));
        String raw = "{{ " + test.macro() + "(**_dbt_generic_test_kwargs) }}" + configCall(declared);
        return new Draft(
                identity, test, Code.sql(raw, declaration.place().line()), documentation(declaration, owner), config);
    }

    private Documentation documentation(TestDeclaration declaration, Mapping owner) {
        String description =
                docs.description(declaration.description(), project.name(), declaration.place(), owner.reading());
        return new Documentation(description, Map.of(), Map.of(), true, null, null, declaration.place());
    }

    private static String configCall(Map<String, @Nullable Object> declared) {
        return declared.isEmpty()
                ? ""
                : declared.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + literal(entry.getValue()))
                        .collect(Collectors.joining(",", "{{ config(", ") }}"));
    }

    private static String literal(@Nullable Object value) {
        return value instanceof String text ? '"' + text.replace("\"", "\\\"") + '"' : Text.repr(value);
    }
}
