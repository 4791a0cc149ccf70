package basin.model.resource;

import java.util.List;
import java.util.Set;

/// What a template names, and what that resolved to.
///
/// @param refs as called
/// @param sources as called
/// @param metrics as called
/// @param nodes unique ids of the resources it needs, without doubles, in the order of the calls
/// @param macros unique ids of the macros it needs
public record Dependencies(
        List<RefCall> refs,
        List<SourceCall> sources,
        List<MetricCall> metrics,
        List<String> nodes,
        Set<String> macros) {
    /// It needs nothing.
    public static final Dependencies NONE = new Dependencies(List.of(), List.of(), List.of(), List.of(), Set.of());

    /// The same, resolved.
    public Dependencies resolved(List<String> ids) {
        return new Dependencies(refs, sources, metrics, List.copyOf(ids), macros);
    }
}
