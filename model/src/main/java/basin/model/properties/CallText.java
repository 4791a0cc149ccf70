package basin.model.properties;

import basin.core.problem.Place;
import basin.model.resource.MetricCall;
import basin.model.resource.RefCall;
import basin.model.resource.SourceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A call that stands in YAML as text: `ref('orders')`, `source('shop', 'orders')`, `metric('revenue')`.
public final class CallText {
    private static final Pattern CALL =
            Pattern.compile("\\s*(?:\\{\\{)?\\s*(ref|source|metric)\\s*\\((.*)\\)\\s*(?:}})?\\s*");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*(?:(v|version)\\s*=\\s*)?(?:'([^']*)'|\"([^\"]*)\"|([0-9.]+))\\s*(?:,|$)");

    private final String function;
    private final List<String> names;
    private final @Nullable String version;
    private final Place.InFile place;

    private CallText(String function, List<String> names, @Nullable String version, Place.InFile place) {
        this.function = function;
        this.names = names;
        this.version = version;
        this.place = place;
    }

    /// Reads a call, or returns null if the text is none.
    public static @Nullable CallText parse(String text, Place.InFile place) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        String version = null;
        String arguments = call.group(2);
        Matcher argument = ARGUMENT.matcher(arguments);
        int at = 0;
        while (at < arguments.length()) {
            if (!argument.find(at) || argument.start() != at) {
                return null;
            }
            at = argument.end();
            String value = value(argument);
            if (argument.group(1) != null) {
                version = value;
            } else {
                names.add(value);
            }
        }
        int most = 2;
        boolean fits = call.group(1).equals("source") ? names.size() == most : !names.isEmpty() && names.size() <= most;
        return fits ? new CallText(call.group(1), names, version, place) : null;
    }

    /// The call as one of `ref()`; null if it is another.
    public @Nullable RefCall ref() {
        return function.equals("ref") ? new RefCall(packageName(), names.getLast(), version, place) : null;
    }

    /// The call as one of `source()`; null if it is another.
    public @Nullable SourceCall source() {
        return function.equals("source") ? new SourceCall(names.getFirst(), names.getLast(), place) : null;
    }

    /// The call as one of `metric()`; null if it is another.
    public @Nullable MetricCall metric() {
        return function.equals("metric") ? new MetricCall(packageName(), names.getLast(), place) : null;
    }

    private @Nullable String packageName() {
        return names.size() > 1 ? names.getFirst() : null;
    }

    private static String value(Matcher argument) {
        for (int group = 2; group <= 4; group++) {
            String value = argument.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
