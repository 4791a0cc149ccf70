package basin.core.settings;

import basin.core.problem.Problems;
import basin.core.yaml.YamlList;
import basin.core.yaml.YamlMap;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import basin.core.yaml.YamlScalar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON schema (draft 2020-12) of settings records, for editors that complete and check YAML.
///
/// It accepts what [SettingsBinder] accepts, as far as a schema can say it: a single item in place of a list, and a
/// text with a reference wherever a value is expected.
public final class SettingsSchema {
    /// The dialect, as documents name it under `$schema`.
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SettingsSchema() {}

    /// The schema of a file that holds one settings record.
    ///
    /// @param title what editors call the file
    public static ObjectNode of(Class<? extends Record> settings, String title) {
        ObjectNode document = document(title);
        document.setAll(group(Shape.of(settings)));
        return document;
    }

    /// The schema of a file that holds a record which every such file has and, beside it, the one that the word
    /// under `type` chooses.
    ///
    /// @param variants by the word that chooses them
    public static ObjectNode of(
            Class<? extends Record> everyFile, Map<String, Class<? extends Record>> variants, String title) {
        ObjectNode document = document(title);
        ArrayNode choices = document.putArray("oneOf");
        variants.forEach((word, settings) -> {
            ObjectNode own = variant(word, group(Shape.of(settings)));
            ObjectNode file = group(Shape.of(everyFile));
            file.withObjectProperty("properties").setAll(own.withObjectProperty("properties"));
            file.withArrayProperty("required").addAll(own.withArrayProperty("required"));
            choices.add(file);
        });
        return document;
    }

    private static ObjectNode document(String title) {
        return JSON.objectNode().put("$schema", DIALECT).put("title", title);
    }

    private static ObjectNode group(Shape.Group group) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        if (!group.doc().isEmpty()) {
            schema.put("description", group.doc());
        }
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Setting setting : group.settings()) {
            properties.set(setting.name(), setting(setting));
            if (setting.required()) {
                required.add(setting.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode setting(Setting setting) {
        ObjectNode schema = shape(setting.shape(), setting);
        schema.put("description", setting.doc());
        if (setting.defaultValue() != null) {
            schema.set("default", json(setting.defaultValue(), setting.shape()));
        }
        YamlNode example = setting.example() == null
                ? null
                : YamlReader.parse(setting.example(), Path.of("@Example"), new Problems());
        if (example != null) {
            schema.putArray("examples").add(json(example, setting.shape()));
        }
        return schema;
    }

    private static ObjectNode shape(Shape shape, @Nullable Setting setting) {
        return switch (shape) {
            case Shape.Group group -> group(group);
            case Shape.Choice choice -> choice(choice);
            case Shape.Many many -> many(many, setting);
            case Shape.Named named -> {
                ObjectNode map = JSON.objectNode().put("type", "object");
                map.set("additionalProperties", shape(named.value(), null));
                yield map;
            }
            case Shape.Word word -> orReference(words(word.values().keySet()));
            case Shape.Single single -> single(single.type(), setting);
        };
    }

    private static ObjectNode choice(Shape.Choice choice) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode variants = schema.putArray("oneOf");
        choice.variants().forEach((word, group) -> variants.add(variant(word, group(group))));
        return schema;
    }

    /// A group that is chosen by a word under the key `type`.
    private static ObjectNode variant(String word, ObjectNode group) {
        group.withObjectProperty("properties").putObject(Shape.Choice.KEY).put("const", word);
        group.withArrayProperty("required").add(Shape.Choice.KEY);
        return group;
    }

    private static ObjectNode many(Shape.Many many, @Nullable Setting setting) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", shape(many.item(), null));
        if (setting != null && setting.distinct()) {
            list.put("uniqueItems", true);
        }
        Range range = setting == null ? null : setting.range();
        if (range != null) {
            limit(list, range, "minItems", "maxItems");
        }
        return anyOf(list, shape(many.item(), null));
    }

    private static ObjectNode words(Collection<String> words) {
        ObjectNode schema = JSON.objectNode();
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode single(ScalarType type, @Nullable Setting setting) {
        return type.jsonType().equals("string") ? text(type, setting) : number(type, setting);
    }

    /// What is a text for us may look like a number to YAML: a password of digits, a version such as 1.10.
    private static ObjectNode text(ScalarType type, @Nullable Setting setting) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("type").add("string").add("number").add("boolean");
        String pattern = setting == null || setting.matches() == null
                ? type.pattern()
                : "^(?:" + setting.matches().value() + ")$";
        return pattern.isEmpty() ? schema : orReference(schema.put("pattern", pattern));
    }

    private static ObjectNode number(ScalarType type, @Nullable Setting setting) {
        ObjectNode schema = JSON.objectNode().put("type", type.jsonType());
        if (setting != null && setting.range() != null) {
            limit(schema, setting.range(), "minimum", "maximum");
        }
        return orReference(schema);
    }

    private static void limit(ObjectNode schema, Range range, String lower, String upper) {
        if (range.min() != Long.MIN_VALUE) {
            schema.put(lower, range.min());
        }
        if (range.max() != Long.MAX_VALUE) {
            schema.put(upper, range.max());
        }
    }

    private static ObjectNode orReference(ObjectNode schema) {
        return anyOf(schema, JSON.objectNode().put("type", "string").put("pattern", "\\$\\{.+\\}"));
    }

    private static ObjectNode anyOf(ObjectNode one, ObjectNode other) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("anyOf").add(one).add(other);
        return schema;
    }

    private static JsonNode json(YamlNode node, Shape shape) {
        return switch (node) {
            case YamlMap map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach((key, entry) -> object.set(key, json(entry.value(), shape)));
                yield object;
            }
            case YamlList list -> {
                ArrayNode array = JSON.arrayNode();
                list.items().forEach(item -> array.add(json(item, shape)));
                yield array;
            }
            case YamlScalar scalar -> scalar(scalar, shape);
        };
    }

    private static JsonNode scalar(YamlScalar scalar, Shape shape) {
        String jsonType = shape instanceof Shape.Single single ? single.type().jsonType() : "string";
        return switch (jsonType) {
            case "integer" -> JSON.numberNode(Long.parseLong(scalar.text()));
            case "number" -> JSON.numberNode(Double.parseDouble(scalar.text()));
            case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            default -> JSON.textNode(scalar.text());
        };
    }
}
