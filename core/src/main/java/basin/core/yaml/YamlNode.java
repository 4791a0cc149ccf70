package basin.core.yaml;

import basin.core.problem.Place;

/// A value in a YAML file, and where it begins.
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /// Where the value begins.
    Place.InFile place();

    /// What it is, in words for a problem: `a list`, `a number`, `nothing`.
    String describe();
}
