package basin.model.dictionary;

import basin.model.resource.Dependencies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a resource refers to: the calls as its template writes them, and what they resolved to.
final class DependenciesDictionary {
    private DependenciesDictionary() {}

    /// `refs`, `sources`, `metrics` and `depends_on`.
    static Map<String, @Nullable Object> of(Dependencies needs) {
        return new Dictionary()
                .with("refs", refs(needs))
                .with(
                        "sources",
                        Dictionary.list(needs.sources().stream()
                                .map(call -> Dictionary.list(List.of(call.source(), call.table())))
                                .toList()))
                .with(
                        "metrics",
                        Dictionary.list(needs.metrics().stream()
                                .map(call -> Dictionary.list(List.of(call.name())))
                                .toList()))
                .with("depends_on", dependsOn(needs));
    }

    static List<@Nullable Object> refs(Dependencies needs) {
        return Dictionary.list(needs.refs().stream()
                .map(call -> new Dictionary()
                        .with("name", call.name())
                        .with("package", call.packageName())
                        .with("version", Dictionary.version(call.version())))
                .toList());
    }

    static Map<String, @Nullable Object> dependsOn(Dependencies needs) {
        return new Dictionary()
                .with("macros", Dictionary.list(needs.macros()))
                .with("nodes", Dictionary.list(needs.nodes()));
    }
}
