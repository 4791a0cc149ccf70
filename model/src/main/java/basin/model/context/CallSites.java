package basin.model.context;

import basin.core.problem.Place;
import basin.model.resource.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a node's template a call with a given argument stands.
final class CallSites {
    private CallSites() {}

    /// The place of the first call of a function that has the text among its arguments; the start of the
    /// template where the call is made by a macro.
    static Place.InFile of(Node node, String function, String argument) {
        Place.InFile start = node.identity().place();
        String raw = node.code().raw();
        Matcher call = Pattern.compile("\\b" + function + "\\s*\\([^)]*['\"]" + Pattern.quote(argument) + "['\"]")
                .matcher(raw);
        if (!call.find()) {
            return start;
        }
        int line = node.code().firstLine();
        int lineStart = 0;
        for (int at = raw.indexOf('\n'); at >= 0 && at < call.start(); at = raw.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        int before = line == node.code().firstLine() && start.line() == line ? Math.max(0, start.column() - 1) : 0;
        return new Place.InFile(start.file(), line, before + raw.codePointCount(lineStart, call.start()) + 1);
    }
}
