package basin.model.resource;

import basin.core.problem.Place;
import org.jspecify.annotations.Nullable;

/// A call of `metric()`.
///
/// @param packageName the first of two arguments; null if there is one
/// @param place where the call is
public record MetricCall(@Nullable String packageName, String name, Place.InFile place) {}
