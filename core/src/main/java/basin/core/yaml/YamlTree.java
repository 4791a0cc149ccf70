package basin.core.yaml;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Turns the parser's node graph into our tree. An alias leads to the same object as its anchor, so that the tree
/// is never larger than the file.
final class YamlTree {
    private final Path file;
    private final YamlDialect dialect;
    private final Problems problems;
    private final IdentityHashMap<Node, YamlNode> done = new IdentityHashMap<>();

    YamlTree(Path file, YamlDialect dialect, Problems problems) {
        this.file = file;
        this.dialect = dialect;
        this.problems = problems;
    }

    YamlNode of(Node node) {
        YamlNode known = done.get(node);
        if (known != null) {
            return known;
        }
        if (node.isRecursive()) {
            problems.add(Problem.wrong("the anchored value contains itself", place(node)));
            return new YamlScalar(place(node), "", YamlScalar.Kind.NOTHING);
        }
        YamlNode converted = switch (node) {
            case MappingNode mapping -> map(mapping);
            case SequenceNode sequence ->
                new YamlList(
                        place(node), sequence.getValue().stream().map(this::of).toList());
            case ScalarNode scalar -> new YamlScalar(place(node), scalar.getValue(), kind(scalar.getTag()));
            default -> throw new IllegalStateException("a composed tree has no " + node.getNodeType());
        };
        done.put(node, converted);
        return converted;
    }

    /// Merge keys are no longer there: the parser has put what they merge in their place.
    private YamlMap map(MappingNode mapping) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                put(entries, key, of(tuple.getValueNode()));
            } else {
                problems.add(Problem.wrong("a key must be a word", place(tuple.getKeyNode()))
                        .advise("put a value that begins with '{' or '[' into quotes"));
            }
        }
        return new YamlMap(place(mapping), entries);
    }

    private void put(Map<String, YamlMap.Entry> entries, ScalarNode key, YamlNode value) {
        YamlMap.Entry entry = new YamlMap.Entry(place(key), value);
        if (dialect.lastKeyWins()) {
            entries.put(key.getValue(), entry);
            return;
        }
        YamlMap.Entry first = entries.putIfAbsent(key.getValue(), entry);
        if (first != null) {
            problems.add(Problem.wrong("'" + key.getValue() + "' is given twice", place(key))
                    .because("it was first given in line " + first.place().line()));
        }
    }

    private Place.InFile place(Node node) {
        return node.getStartMark().map(this::place).orElseGet(() -> new Place.InFile(file));
    }

    private Place.InFile place(Mark mark) {
        return new Place.InFile(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static YamlScalar.Kind kind(Tag tag) {
        if (tag.equals(Tag.INT)) {
            return YamlScalar.Kind.INTEGER;
        } else if (tag.equals(Tag.FLOAT)) {
            return YamlScalar.Kind.DECIMAL;
        } else if (tag.equals(Tag.BOOL)) {
            return YamlScalar.Kind.BOOLEAN;
        } else if (tag.equals(Tag.NULL)) {
            return YamlScalar.Kind.NOTHING;
        }
        return YamlScalar.Kind.TEXT;
    }
}
