package basin.core.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Problems as JSON, for `--json` and the HTTP API:
///
/// ```json
/// {"what": "unknown mode 'cdd'; one of cdc, incremental, full", "kind": "action", "exit": 2,
///  "file": "sources/shop.yml", "line": 4, "column": 7, "remedy": "did you mean 'cdc'?"}
/// ```
///
/// A place is `file` with `line` and `column`, `line` and `column` of the statement asked, or `table` with `row`
/// and `column_name`, or `service`. What does not apply is left out.
public final class ProblemJson {
    private ProblemJson() {}

    /// Several problems, in the given order.
    public static ArrayNode of(List<Problem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(problems.size());
        problems.forEach(problem -> array.add(of(problem)));
        return array;
    }

    /// One problem.
    public static ObjectNode of(Problem problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("what", problem.what());
        json.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        json.put("exit", problem.exit().code());
        putPlace(json, problem.place());
        if (problem.why() != null) {
            json.put("why", problem.why());
        }
        if (problem.remedy() != null) {
            json.put("remedy", problem.remedy());
        }
        return json;
    }

    private static void putPlace(ObjectNode json, Place place) {
        switch (place) {
            case Place.InFile in -> {
                json.put("file", new Place.InFile(in.file()).toString());
                if (in.line() > 0) {
                    json.put("line", in.line());
                }
                if (in.column() > 0) {
                    json.put("column", in.column());
                }
            }
            case Place.InStatement in -> {
                json.put("line", in.line());
                json.put("column", in.column());
            }
            case Place.InTable in -> {
                json.put("table", in.table());
                if (in.row() != null) {
                    json.put("row", in.row());
                }
                if (in.columnName() != null) {
                    json.put("column_name", in.columnName());
                }
            }
            case Place.Service service -> json.put("service", service.name());
            case Place.Nowhere ignored -> {}
        }
    }
}
