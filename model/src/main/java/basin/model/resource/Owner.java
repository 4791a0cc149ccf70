package basin.model.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is responsible.
///
/// @param name null if only an address is given
/// @param email null if only a name is given
/// @param others whatever else is said
public record Owner(@Nullable String name, @Nullable String email, Map<String, @Nullable Object> others) {}
