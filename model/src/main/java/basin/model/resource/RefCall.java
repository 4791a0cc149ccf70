package basin.model.resource;

import basin.core.problem.Place;
import org.jspecify.annotations.Nullable;

/// A call of `ref()`.
///
/// @param packageName the first of two arguments; null if there is one
/// @param version the argument `v` or `version` as text; null if there is none
/// @param place where the call is
public record RefCall(
        @Nullable String packageName, String name, @Nullable String version, Place.InFile place) {

    /// As it is written: `ref('shop', 'orders', v=2)`.
    @Override
    public String toString() {
        return "ref('" + (packageName == null ? "" : packageName + "', '") + name + "'"
                + (version == null ? "" : ", v=" + version) + ")";
    }
}
