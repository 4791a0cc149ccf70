package basin.model.properties;

import basin.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How dbt names resources.
final class Names {
    private Names() {}

    /// `model.shop.orders`, or `model.shop.orders.v2`.
    static String uniqueId(ResourceType type, String packageName, String name, @Nullable String version) {
        return type.word() + "." + packageName + "." + name + (version == null ? "" : ".v" + version);
    }

    /// The package, the folders of a path, and the names behind them.
    ///
    /// @param path with `/`; its last part, the file, does not count
    static List<String> fqn(String packageName, String path, String... names) {
        List<String> fqn = new ArrayList<>();
        fqn.add(packageName);
        String[] parts = path.split("/");
        fqn.addAll(Arrays.asList(parts).subList(0, parts.length - 1));
        fqn.addAll(Arrays.asList(names));
        return fqn;
    }
}
