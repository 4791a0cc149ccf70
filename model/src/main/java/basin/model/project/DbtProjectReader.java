package basin.model.project;

import basin.core.problem.Place;
import basin.model.config.ConfigTree;
import basin.model.document.Findings;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import basin.model.packages.RequiredVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a `dbt_project.yml`.
final class DbtProjectReader {
    private static final String REQUIRED_VERSION = "require-dbt-version";
    private static final Set<String> SECTIONS = Set.of(
            "models",
            "seeds",
            "snapshots",
            "analyses",
            "sources",
            "data_tests",
            "unit_tests",
            "metrics",
            "semantic-models",
            "saved-queries",
            "exposures",
            "functions");
    private static final Set<String> OTHERS = Set.of(
            "name",
            "version",
            "config-version",
            "profile",
            "tests",
            "model-paths",
            "source-paths",
            "seed-paths",
            "data-paths",
            "test-paths",
            "analysis-paths",
            "macro-paths",
            "snapshot-paths",
            "docs-paths",
            "asset-paths",
            "function-paths",
            "packages-install-path",
            "modules-path",
            "target-path",
            "log-path",
            "clean-targets",
            "vars",
            "dispatch",
            "on-run-start",
            "on-run-end",
            "quoting",
            "query-comment",
            REQUIRED_VERSION,
            "flags",
            "restrict-access",
            "dbt-cloud");
    private static final Set<String> HOOKS = Set.of("pre-hook", "pre_hook", "post-hook", "post_hook");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Path folder;
    private final Path shownAs;
    private final Findings findings;
    private final Mapping file;

    private DbtProjectReader(Path folder, Path shownAs, Mapping file) {
        this.folder = folder;
        this.shownAs = shownAs;
        this.file = file;
        this.findings = file.findings();
    }

    /// Parses the file.
    ///
    /// @param folder absolute
    /// @param shownAs the folder as problems name it
    /// @return null if it cannot be read, which is then a mistake
    static @Nullable DbtProjectReader of(Path folder, Path shownAs, Findings findings) {
        Path shownFile = shownAs.resolve(DbtProject.FILE);
        try {
            String text = Files.readString(folder.resolve(DbtProject.FILE));
            Mapping mapping = new Reading(ValueTemplates.NONE, findings).parse(text, shownFile);
            return mapping == null ? null : new DbtProjectReader(folder, shownAs, mapping);
        } catch (IOException e) {
            findings.mistake(
                    "there is no " + DbtProject.FILE + " that can be read",
                    new Place.InFile(shownFile),
                    "write one with at least 'name: ...'");
            return null;
        }
    }

    /// The project's name, or null and a mistake.
    @Nullable
    String name() {
        String name = file.required("name", "the project");
        if (name != null && !NAME.matcher(name).matches()) {
            findings.mistake(
                    "'" + name + "' can not be a project's name",
                    file.place("name"),
                    "use letters, digits and _, and begin with a letter");
            return null;
        }
        return name;
    }

    /// The profile it names, with templates rendered; null if it names none.
    @Nullable
    String profile(ValueTemplates templates) {
        return file.with(new Reading(templates, findings)).text("profile");
    }

    /// All of it; null if its name is missing or wrong.
    @Nullable
    DbtProject read(ValueTemplates templates) {
        String name = name();
        if (name == null) {
            return null;
        }
        Mapping rendered = file.with(new Reading(templates, findings));
        Set<String> known = new LinkedHashSet<>(OTHERS);
        known.addAll(SECTIONS);
        file.expect(known, "a project");
        checkVersion(rendered);
        return new DbtProject(
                name,
                folder,
                shownAs,
                rendered.text("version"),
                rendered.text("profile"),
                paths(rendered),
                vars(),
                dispatch(rendered),
                statements("on-run-start"),
                statements("on-run-end"),
                trees(rendered),
                rendered.values("quoting"),
                file.raw("query-comment"),
                rendered.values("flags"),
                Boolean.TRUE.equals(rendered.flag("restrict-access")),
                rendered.text("packages-install-path", rendered.text("modules-path", "dbt_packages")),
                rendered.text("target-path", "target"),
                rendered.has("clean-targets") ? rendered.texts("clean-targets") : List.of("target"));
    }

    /// A project for another dbt is told of, and run: what it asks of dbt may well be there.
    private void checkVersion(Mapping rendered) {
        if (!rendered.has(REQUIRED_VERSION)) {
            return;
        }
        List<String> asked = rendered.texts(REQUIRED_VERSION);
        String wanted = String.join(", ", asked);
        Boolean met = RequiredVersion.includes(DbtVersion.CURRENT, asked);
        if (met == null) {
            findings.mistake(
                    "'" + wanted + "' is no version of dbt",
                    file.place(REQUIRED_VERSION),
                    "write conditions such as [\">=1.8.0\", \"<2.0.0\"]");
        } else if (!met) {
            findings.remark(
                    "the project asks for dbt " + wanted + ", and is run as by dbt " + DbtVersion.CURRENT,
                    file.place(REQUIRED_VERSION),
                    null);
        }
    }

    private Map<String, @Nullable Object> vars() {
        Mapping vars = file.mapping("vars");
        return vars == null ? Map.of() : vars.rawValues();
    }

    private static ResourcePaths paths(Mapping rendered) {
        List<String> models = folders(rendered, "model-paths", "source-paths", "models");
        List<String> seeds = folders(rendered, "seed-paths", "data-paths", "seeds");
        List<String> snapshots = folders(rendered, "snapshot-paths", null, "snapshots");
        List<String> analyses = folders(rendered, "analysis-paths", null, "analyses");
        List<String> tests = folders(rendered, "test-paths", null, "tests");
        List<String> macros = folders(rendered, "macro-paths", null, "macros");
        Set<String> all = new LinkedHashSet<>();
        List.of(models, seeds, snapshots, analyses, macros, tests).forEach(all::addAll);
        List<String> docs = rendered.has("docs-paths") ? rendered.texts("docs-paths") : List.copyOf(all);
        return new ResourcePaths(models, seeds, snapshots, analyses, tests, macros, docs);
    }

    private static List<String> folders(Mapping rendered, String key, @Nullable String formerKey, String otherwise) {
        if (rendered.has(key)) {
            return rendered.texts(key);
        }
        return formerKey != null && rendered.has(formerKey) ? rendered.texts(formerKey) : List.of(otherwise);
    }

    private List<DbtProject.Dispatch> dispatch(Mapping rendered) {
        List<DbtProject.Dispatch> rules = new ArrayList<>();
        for (Mapping rule : rendered.mappings("dispatch")) {
            String namespace = rule.required("macro_namespace", "a dispatch rule");
            if (!rule.has("search_order")) {
                findings.mistake(
                        "'search_order' of a dispatch rule is missing",
                        rule.place(),
                        "add 'search_order: [" + rendered.text("name", "...") + ", ...]'");
            } else if (namespace != null) {
                rules.add(new DbtProject.Dispatch(namespace, rule.texts("search_order")));
            }
        }
        return rules;
    }

    /// A single statement or a list of them, unrendered.
    private List<DbtProject.Statement> statements(String key) {
        Object value = file.raw(key);
        if (value instanceof List<?>) {
            List<DbtProject.Statement> statements = new ArrayList<>();
            for (Item item : file.items(key)) {
                String sql = item.text();
                if (sql != null) {
                    statements.add(new DbtProject.Statement(sql, item.place()));
                }
            }
            return statements;
        }
        return value == null ? List.of() : List.of(new DbtProject.Statement(value.toString(), file.place(key)));
    }

    private Map<String, ConfigTree> trees(Mapping rendered) {
        if (file.has("tests") && file.has("data_tests")) {
            findings.mistake(
                    "'tests' and 'data_tests' are the same section", file.place("tests"), "put all under 'data_tests'");
        }
        Map<String, ConfigTree> trees = new LinkedHashMap<>();
        for (String section : SECTIONS) {
            String key = section.equals("data_tests") && !file.has(section) ? "tests" : section;
            Mapping tree = rendered.mapping(key);
            if (tree != null) {
                trees.put(section, new ConfigTree(tree(tree)));
            }
        }
        return trees;
    }

    /// Hooks stay templates: they are rendered when they run.
    private static Map<String, @Nullable Object> tree(Mapping level) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String key : level.keys()) {
            String name = key.startsWith("+") ? key.substring(1).strip() : key;
            if (HOOKS.contains(name)) {
                values.put(key, level.raw(key));
            } else if (level.raw(key) instanceof Map<?, ?>) {
                Mapping below = level.mapping(key);
                values.put(key, below == null ? Map.of() : tree(below));
            } else {
                values.put(key, level.value(key));
            }
        }
        return values;
    }
}
