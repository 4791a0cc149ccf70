package basin.model.project;

import java.util.List;

/// The folders of a project that hold its resources, relative to it.
///
/// @param docs all of the others if `docs-paths` is not given
public record ResourcePaths(
        List<String> models,
        List<String> seeds,
        List<String> snapshots,
        List<String> analyses,
        List<String> tests,
        List<String> macros,
        List<String> docs) {}
