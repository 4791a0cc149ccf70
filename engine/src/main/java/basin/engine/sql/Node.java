package basin.engine.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A node of the tree that a [Parser] makes of a statement; a part that is left out is a node too, which is not
/// [#present()]. Two nodes are equal only if they are the same place of the same tree.
public final class Node {

    private final JsonNode json;

    Node(JsonNode json) {
        this.json = json;
    }

    /// What kind of node it is, in the parser's words; empty where it is only a holder of others.
    public String type() {
        return text("type");
    }

    public boolean is(String type) {
        return type().equals(type);
    }

    public boolean present() {
        return !json.isMissingNode() && !json.isNull() && !(json.isContainerNode() && json.isEmpty());
    }

    public Node get(String part) {
        return new Node(json.path(part));
    }

    /// The text of a part; empty where it is left out.
    public String text(String part) {
        JsonNode value = json.path(part);
        return value.isValueNode() ? value.asText() : "";
    }

    /// The texts of a part that is a list of words.
    public List<String> words(String part) {
        return json.path(part).valueStream().map(JsonNode::asText).toList();
    }

    /// The nodes of a part that is a list.
    public List<Node> list(String part) {
        JsonNode list = json.path(part);
        return list.isArray() ? list.valueStream().map(Node::new).toList() : List.of();
    }

    /// All nodes directly below, in the order in which they were written.
    public List<Node> below() {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode value : json) {
            collect(value, nodes);
        }
        return nodes;
    }

    private static void collect(JsonNode value, List<Node> nodes) {
        if (value.isObject()) {
            nodes.add(new Node(value));
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                collect(element, nodes);
            }
        }
    }

    /// The first byte of what it was made of; -1 where the parser does not say.
    int offset() {
        JsonNode location = json.path("query_location");
        return location.canConvertToInt() && !location.isMissingNode() ? location.asInt() : -1;
    }

    /// How many bytes it was made of; 0 where the parser does not say.
    int length() {
        return json.path("query_location_length").asInt(0);
    }

    /// The nodes of a part that is a list of lists.
    public List<List<Node>> lists(String part) {
        return json.path(part)
                .valueStream()
                .map(list -> list.valueStream().map(Node::new).toList())
                .toList();
    }

    /// The same tree with another in place of some of its nodes; `null` from `other` leaves one as it is.
    public Node replacing(Function<Node, @Nullable Node> other) {
        return new Node(replaced(json, other));
    }

    private static JsonNode replaced(JsonNode json, Function<Node, @Nullable Node> other) {
        if (json.isObject()) {
            Node replacement = other.apply(new Node(json));
            if (replacement != null) {
                return replacement.json;
            }
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(part -> copy.set(part.getKey(), replaced(part.getValue(), other)));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> copy.add(replaced(element, other)));
            return copy;
        }
        return json;
    }

    /// A reference to a column.
    ///
    /// @param names that of the column behind those of its table, if any
    public static Node column(List<String> names) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("class", "COLUMN_REF").put("type", "COLUMN_REF");
        names.forEach(json.putArray("column_names")::add);
        return new Node(json);
    }

    /// The tree of a query that has nothing but one value.
    ///
    /// @return in the form that DuckDB's `json_deserialize_sql` takes
    public static String selecting(Node value) {
        ObjectNode select = JsonNodeFactory.instance.objectNode();
        select.put("type", "SELECT_NODE").put("aggregate_handling", "STANDARD_HANDLING");
        select.putObject("cte_map");
        select.putArray("select_list").add(value.json);
        select.putObject("from_table").put("type", "EMPTY");
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("error", false).putArray("statements").addObject().set("node", select);
        return tree.toString();
    }

    /// The same node without the other name that it is given.
    public Node withoutAlias() {
        if (!(json instanceof ObjectNode object) || !object.has("alias")) {
            return this;
        }
        return new Node(object.deepCopy().without("alias"));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same words at two places of a statement are two nodes
    public boolean equals(Object other) {
        return other instanceof Node that && json == that.json;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(json);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
