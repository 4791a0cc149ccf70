package basin.core.settings;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import basin.core.problem.Suggestion;
import basin.core.yaml.YamlList;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlScalar;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns YAML into settings records. Everything that is wrong is found in one go; a record with anything wrong in
/// it is not made.
///
/// For one thread. Its methods return null if, and only if, something is wrong, which is then reported.
public final class SettingsBinder {
    private final Scalars scalars;
    private final Problems problems;

    /// @param folder what relative paths are relative to
    /// @param problems takes what is wrong
    public SettingsBinder(Path folder, References references, Problems problems) {
        this.scalars = new Scalars(folder, references, problems);
        this.problems = problems;
    }

    /// Reads a settings record from a file.
    ///
    /// @param at where to show that a setting is missing
    public <T extends Record> @Nullable T bind(YamlNode node, Place at, Class<T> type) {
        YamlMap map = whole(node);
        Shape.Group group = Shape.of(type);
        return map == null ? null : type.cast(group(group, map, at, "", group.names()));
    }

    /// Reads a record that every such file has and, beside it in the same mapping, the one that the word under
    /// `type` chooses.
    ///
    /// @param at where to show that a setting is missing
    /// @param everyFile a record that has no setting in common with the variants
    /// @param variants by the word that chooses them
    public <T extends Record> @Nullable Chosen<T> choose(
            YamlNode node, Place at, Class<T> everyFile, Map<String, Class<? extends Record>> variants) {
        YamlMap map = whole(node);
        if (map == null) {
            return null;
        }
        Shape.Group beside = Shape.of(everyFile);
        Record header = record(beside, map, at, "");
        Map.Entry<String, Class<? extends Record>> chosen = chosen(variants, map, at, "");
        if (chosen == null) {
            return null;
        }
        Shape.Group own = Shape.of(chosen.getValue());
        List<String> keys = new ArrayList<>(beside.names());
        keys.add(Shape.Choice.KEY);
        keys.addAll(own.names());
        Record settings = group(own, map, at, "", keys);
        return header == null || settings == null
                ? null
                : new Chosen<>(chosen.getKey(), everyFile.cast(header), settings);
    }

    /// What [#choose] found.
    ///
    /// @param word what stands under `type`
    /// @param beside the record that every such file has
    /// @param settings the record that the word chose
    public record Chosen<T extends Record>(String word, T beside, Record settings) {}

    private @Nullable Object value(Shape shape, YamlNode node, Place at, String path, @Nullable Setting setting) {
        return switch (shape) {
            case Shape.Group group -> group(group, node, at, path, group.names());
            case Shape.Choice choice -> choice(choice, node, at, path);
            case Shape.Many many -> list(many, node, path, setting);
            case Shape.Named named -> named(named, node, path);
            case Shape.Word word -> scalars.word(word.values(), node, path);
            case Shape.Single single -> scalars.value(single.type(), node, path, setting);
        };
    }

    private @Nullable Record group(Shape.Group group, YamlNode node, Place at, String path, List<String> keys) {
        YamlMap map = mapping(node, path, "write below it some of " + String.join(", ", keys));
        if (map == null) {
            return null;
        }
        boolean keysRight = knowsAllKeys(map, path, keys);
        Record made = record(group, map, at, path);
        return keysRight ? made : null;
    }

    private @Nullable Record choice(Shape.Choice choice, YamlNode node, Place at, String path) {
        YamlMap map = mapping(node, path, "write below it 'type', and what belongs to that type");
        if (map == null) {
            return null;
        }
        Map.Entry<String, Shape.Group> chosen = chosen(choice.variants(), map, at, path);
        if (chosen == null) {
            return null;
        }
        List<String> keys = new ArrayList<>(List.of(Shape.Choice.KEY));
        keys.addAll(chosen.getValue().names());
        return group(chosen.getValue(), map, at, path, keys);
    }

    private <T> Map.@Nullable Entry<String, T> chosen(Map<String, T> variants, YamlMap map, Place at, String path) {
        String name = join(path, Shape.Choice.KEY);
        YamlMap.Entry entry = map.get(Shape.Choice.KEY);
        if (entry == null) {
            problems.add(Problem.wrong(
                            "'%s' is missing; one of %s".formatted(name, String.join(", ", variants.keySet())), at)
                    .advise("add '" + Shape.Choice.KEY + ": ...'"));
            return null;
        }
        Map<String, Map.Entry<String, T>> choices = new LinkedHashMap<>();
        variants.entrySet().forEach(variant -> choices.put(variant.getKey(), variant));
        return scalars.word(choices, entry.value(), name);
    }

    private @Nullable Record record(Shape.Group group, YamlMap map, Place at, String path) {
        @Nullable Object[] values = new @Nullable Object[group.settings().size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Setting setting = group.settings().get(i);
            YamlMap.Entry entry = map.get(setting.name());
            String name = join(path, setting.name());
            if (entry != null && !(entry.value() instanceof YamlScalar scalar && scalar.isNothing())) {
                values[i] = value(setting.shape(), entry.value(), entry.place(), name, setting);
                complete &= values[i] != null;
            } else if (setting.defaultValue() != null) {
                values[i] = value(setting.shape(), setting.defaultValue(), at, name, setting);
                complete &= values[i] != null;
            } else if (setting.required()) {
                problems.add(Problem.wrong("'" + name + "' is missing", entry == null ? at : entry.place())
                        .advise("add '" + setting.written() + "'"));
                complete = false;
            }
        }
        if (!complete) {
            return null;
        }
        Record made = make(group.constructor(), values);
        if (made instanceof Checked checked) {
            Findings findings = new Findings(map, at, problems);
            checked.check(findings);
            return findings.any() ? null : made;
        }
        return made;
    }

    private @Nullable List<Object> list(Shape.Many many, YamlNode node, String path, @Nullable Setting setting) {
        List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
        List<Object> values = new ArrayList<>(items.size());
        Map<Object, Place.InFile> firsts = new HashMap<>();
        boolean right = true;
        for (YamlNode item : items) {
            Object value = value(many.item(), item, item.place(), path, null);
            if (value == null) {
                right = false;
                continue;
            }
            values.add(value);
            Place.InFile first = firsts.putIfAbsent(value, item.place());
            if (first != null && setting != null && setting.distinct()) {
                String what = item instanceof YamlScalar scalar ? "'" + scalar.text() + "'" : "the same";
                problems.add(Problem.wrong(what + " is listed twice in '" + path + "'", item.place())
                        .because("it is first listed in line " + first.line()));
                right = false;
            }
        }
        if (right && setting != null && setting.range() != null) {
            Limits limits = new Limits(setting.range());
            if (!limits.hold(values.size())) {
                problems.add(Problem.wrong(
                        "'%s' must hold %s, but holds %d".formatted(path, limits, values.size()), node.place()));
                return null;
            }
        }
        return right ? Collections.unmodifiableList(values) : null;
    }

    private @Nullable Map<String, Object> named(Shape.Named named, YamlNode node, String path) {
        YamlMap map = mapping(node, path, "write one 'name: value' per line below it");
        if (map == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, YamlMap.Entry> entry : map.entries().entrySet()) {
            YamlMap.Entry written = entry.getValue();
            Object value = value(named.value(), written.value(), written.place(), join(path, entry.getKey()), null);
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return values.size() == map.entries().size() ? Collections.unmodifiableMap(values) : null;
    }

    private @Nullable YamlMap whole(YamlNode node) {
        if (node instanceof YamlMap map) {
            return map;
        }
        problems.add(Problem.wrong("the file must hold settings, but holds " + node.describe(), node.place())
                .advise("write one 'name: value' per line"));
        return null;
    }

    /// @param hint what to write instead
    private @Nullable YamlMap mapping(YamlNode node, String path, String hint) {
        if (node instanceof YamlMap map) {
            return map;
        }
        problems.add(Problem.wrong("'" + path + "' must be a mapping, but is " + node.describe(), node.place())
                .advise(hint));
        return null;
    }

    private boolean knowsAllKeys(YamlMap map, String path, List<String> good) {
        boolean all = true;
        for (Map.Entry<String, YamlMap.Entry> entry : map.entries().entrySet()) {
            String key = entry.getKey();
            if (!good.contains(key)) {
                problems.add(Problem.wrong(
                                "unknown setting '%s'; one of %s".formatted(join(path, key), String.join(", ", good)),
                                entry.getValue().place())
                        .advise(Suggestion.didYouMean(key, good)));
                all = false;
            }
        }
        return all;
    }

    private static Record make(Constructor<? extends Record> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    constructor.getDeclaringClass().getName() + " refuses settings that it declares to be right",
                    e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    "cannot make a " + constructor.getDeclaringClass().getName(), e);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
