package basin.engine.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A node of the tree that a [Parser] makes of a statement; a part that is left out is a node too, which is not
/// [#present()]. Two nodes are equal only if they are the same place of the same tree.
public final class Node {

    private final JsonNode json;

    Node(JsonNode json) {
        this.json = json;
    }

    /// What kind of node it is, in the parser's words; empty where it is only a holder of others.
    String type() {
        return text("type");
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean present() {
        return !json.isMissingNode() && !json.isNull() && !(json.isContainerNode() && json.isEmpty());
    }

    Node get(String part) {
        return new Node(json.path(part));
    }

    /// The text of a part; empty where it is left out.
    String text(String part) {
        JsonNode value = json.path(part);
        return value.isValueNode() ? value.asText() : "";
    }

    /// The texts of a part that is a list of words.
    List<String> words(String part) {
        return json.path(part).valueStream().map(JsonNode::asText).toList();
    }

    /// The nodes of a part that is a list.
    List<Node> list(String part) {
        JsonNode list = json.path(part);
        return list.isArray() ? list.valueStream().map(Node::new).toList() : List.of();
    }

    /// All nodes directly below, in the order in which they were written.
    List<Node> below() {
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
