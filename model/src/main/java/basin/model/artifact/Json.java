package basin.model.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns plain values into JSON.
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /// A plain value; what JSON has no type for becomes text.
    static JsonNode of(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case JsonNode node -> node;
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Double number ->
                Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(number.toString());
            case Collection<?> many -> array(many);
            case Map<?, ?> map -> object(map);
            case Object other -> NODES.textNode(other.toString());
        };
    }

    /// A list.
    static ArrayNode array(Collection<?> values) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(value -> array.add(of(value)));
        return array;
    }

    /// A mapping.
    static ObjectNode object(Map<?, ?> values) {
        ObjectNode object = NODES.objectNode();
        values.forEach((key, value) -> object.set(String.valueOf(key), of(value)));
        return object;
    }

    /// An empty mapping.
    static ObjectNode object() {
        return NODES.objectNode();
    }
}
