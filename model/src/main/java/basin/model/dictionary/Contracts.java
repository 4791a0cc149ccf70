package basin.model.dictionary;

import basin.model.resource.Code;
import basin.model.resource.Column;
import basin.model.resource.Node;
import java.util.List;

/// What an enforced contract comes down to.
final class Contracts {
    private Contracts() {}

    /// Changes with the names, types and constraints of the columns, in any order.
    static String checksum(Node node) {
        List<String> columns = node.documentation().columns().values().stream()
                .map(Contracts::text)
                .sorted()
                .toList();
        return Code.sha256(String.join("\n", columns) + node.kind());
    }

    private static String text(Column column) {
        return column.name() + " " + column.dataType() + " " + column.constraints();
    }
}
