package basin.model.selection;

import basin.core.problem.Place;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import basin.model.document.Findings;
import basin.model.document.Item;
import basin.model.document.Mapping;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The selections that a project gives names to in `selectors.yml`.
public final class SelectorsFile {
    private static final String FILE = "selectors.yml";
    private static final String METHOD = "method";
    private static final String VALUE = "value";
    private static final String EXCLUDE = "exclude";

    private final Map<String, Selection> byName = new LinkedHashMap<>();
    private @Nullable String chosen;

    private SelectorsFile() {}

    /// Reads the file of a project; there are no selectors if it has none.
    ///
    /// @param findings takes what is wrong
    public static SelectorsFile read(Path folder, ValueTemplates templates, Findings findings) {
        SelectorsFile selectors = new SelectorsFile();
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return selectors;
        }
        try {
            Mapping mapping = new Reading(templates, findings).parse(Files.readString(file), Path.of(FILE));
            if (mapping != null) {
                mapping.mappings("selectors").forEach(selectors::read);
            }
        } catch (IOException _) {
            findings.mistake("the file cannot be read", new Place.InFile(Path.of(FILE)), null);
        }
        return selectors;
    }

    /// The selection of a name.
    ///
    /// @throws ProblemException if there is none of that name
    public Selection named(String name) {
        Selection selection = byName.get(name);
        if (selection == null) {
            throw SelectionParser.refuse(
                    "there is no selector '" + name + "'",
                    Place.NOWHERE,
                    byName.isEmpty() ? "define it in " + FILE : Suggestion.didYouMean(name, byName.keySet()));
        }
        return selection;
    }

    /// The names of all selections.
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /// What is selected where nothing is said, or null if the file does not say.
    public @Nullable Selection selectedByDefault() {
        return chosen == null ? null : byName.get(chosen);
    }

    private void read(Mapping item) {
        String name = item.required("name", "a selector");
        if (name == null) {
            return;
        }
        try {
            Selection selection = null;
            String simple = item.raw("definition") instanceof String text ? text : null;
            if (simple != null) {
                selection = SelectionParser.criterion(simple, null, item.place("definition"));
            } else {
                Mapping definition = item.mapping("definition");
                if (definition == null) {
                    item.findings()
                            .mistake(
                                    "'definition' of the selector '" + name + "' is missing",
                                    item.place(),
                                    "add 'definition: tag:daily'");
                    return;
                }
                selection = definition(definition);
            }
            byName.put(name, selection);
            if (Boolean.TRUE.equals(item.flag("default"))) {
                chosen = name;
            }
        } catch (ProblemException e) {
            item.findings().mistakes().addAll(e.problems());
        }
    }

    private Selection definition(Mapping definition) {
        if (definition.has("union")) {
            return combined(definition, "union");
        }
        if (definition.has("intersection")) {
            return combined(definition, "intersection");
        }
        Selection found;
        if (definition.has(METHOD) && definition.has(VALUE)) {
            found = byMethod(definition);
        } else if (definition.keys().size() == 1) {
            String key = definition.keys().iterator().next();
            found = criterion(key, definition.text(key, ""), Selection.Around.NOTHING, null, definition);
        } else {
            throw SelectionParser.refuse(
                    "a selector has 'method' and 'value', but here are " + String.join(", ", definition.keys()),
                    definition.place(),
                    "write {method: tag, value: daily}");
        }
        List<Selection> excluded = parts(definition.items(EXCLUDE));
        return excluded.isEmpty() ? found : new Selection.Difference(found, new Selection.Union(excluded));
    }

    private Selection byMethod(Mapping definition) {
        String method = definition.text(METHOD, "");
        String value = definition.text(VALUE, "");
        if (method.equals("selector")) {
            return named(value);
        }
        Selection.Around around = new Selection.Around(
                Boolean.TRUE.equals(definition.flag("childrens_parents")),
                steps(definition, "parents"),
                steps(definition, "children"));
        String indirect = definition.text("indirect_selection");
        return criterion(method, value, around, indirect == null ? null : indirect(indirect, definition), definition);
    }

    private static IndirectSelection indirect(String word, Mapping definition) {
        IndirectSelection indirect = IndirectSelection.of(word);
        if (indirect == null) {
            throw SelectionParser.refuse(
                    "unknown indirect selection '" + word + "'; one of eager, cautious, buildable, empty",
                    definition.place("indirect_selection"),
                    null);
        }
        return indirect;
    }

    private static Selection criterion(
            String method,
            String value,
            Selection.Around around,
            @Nullable IndirectSelection indirect,
            Mapping definition) {
        return new Selection.Criterion(
                method + ":" + value, SelectionParser.method(method, definition.place()), value, around, indirect);
    }

    private static OptionalInt steps(Mapping definition, String key) {
        if (!Boolean.TRUE.equals(definition.flag(key))) {
            return OptionalInt.empty();
        }
        Object depth = definition.value(key + "_depth");
        return OptionalInt.of(depth instanceof Number number ? number.intValue() : Selection.Around.ALL_STEPS);
    }

    private Selection combined(Mapping definition, String key) {
        List<Item> included = new ArrayList<>();
        List<Selection> excluded = new ArrayList<>();
        for (Item item : definition.items(key)) {
            Mapping mapping = item.mapping();
            if (mapping != null && mapping.has(EXCLUDE) && !mapping.has(METHOD)) {
                excluded.addAll(parts(mapping.items(EXCLUDE)));
            } else {
                included.add(item);
            }
        }
        List<Selection> parts = parts(included);
        Selection all = key.equals("union") ? new Selection.Union(parts) : new Selection.Intersection(parts);
        return excluded.isEmpty() ? all : new Selection.Difference(all, new Selection.Union(excluded));
    }

    private List<Selection> parts(List<Item> items) {
        List<Selection> parts = new ArrayList<>();
        for (Item item : items) {
            Mapping mapping = item.mapping();
            String text = item.text();
            if (mapping != null) {
                parts.add(definition(mapping));
            } else if (text != null) {
                parts.add(SelectionParser.criterion(text, null, item.place()));
            }
        }
        return parts;
    }
}
