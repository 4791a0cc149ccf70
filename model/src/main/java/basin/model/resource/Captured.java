package basin.model.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rendering a draft's template once, with `execute` false, gave.
///
/// @param configCalls the keyword arguments of each call of `config()`, in order
/// @param macros unique ids of the macros that were called, and of those that they called
public record Captured(
        List<RefCall> refs,
        List<SourceCall> sources,
        List<MetricCall> metrics,
        List<Map<String, @Nullable Object>> configCalls,
        Set<String> macros) {
    /// Nothing was captured.
    public static final Captured NOTHING = new Captured(List.of(), List.of(), List.of(), List.of(), Set.of());

    public Captured {
        refs = List.copyOf(refs);
        sources = List.copyOf(sources);
        metrics = List.copyOf(metrics);
        configCalls = List.copyOf(configCalls);
    }
}
