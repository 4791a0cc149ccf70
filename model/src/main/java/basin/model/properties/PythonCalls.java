package basin.model.properties;

import basin.core.problem.Place;
import basin.jinja.operation.PythonLiteral;
import basin.model.resource.Captured;
import basin.model.resource.Draft;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a model in Python refers to and configures, as far as its text tells: calls of `dbt.ref`, `dbt.source` and
/// `dbt.config` with literals. Nothing is run, so that a project can be read and all else of it built.
public final class PythonCalls {
    private static final Pattern CALL = Pattern.compile("\\bdbt\\s*\\.\\s*(ref|source|config)\\s*\\(([^()]*)\\)");
    private static final Pattern SETTING =
            Pattern.compile("(\\w+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|\\[[^\\]]*]|True|False|[0-9.]+)");

    private PythonCalls() {}

    /// What a draft in Python calls.
    public static Captured of(Draft draft) {
        List<RefCall> refs = new ArrayList<>();
        List<SourceCall> sources = new ArrayList<>();
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        Matcher call = CALL.matcher(draft.code().raw());
        while (call.find()) {
            if (call.group(1).equals("config")) {
                Matcher setting = SETTING.matcher(call.group(2));
                while (setting.find()) {
                    settings.put(setting.group(1), PythonLiteral.parseOrText(setting.group(2)));
                }
                continue;
            }
            CallText read = CallText.parse(call.group(1) + "(" + call.group(2) + ")", place(draft, call.start()));
            RefCall ref = read == null ? null : read.ref();
            SourceCall source = read == null ? null : read.source();
            if (ref != null) {
                refs.add(ref);
            }
            if (source != null) {
                sources.add(source);
            }
        }
        return new Captured(refs, sources, List.of(), settings.isEmpty() ? List.of() : List.of(settings), Set.of());
    }

    private static Place.InFile place(Draft draft, int position) {
        long line = draft.code().raw().substring(0, position).lines().count();
        return new Place.InFile(draft.identity().place().file(), Math.max(1, (int) line), 0);
    }
}
