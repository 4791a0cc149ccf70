package basin.model.project;

import java.util.List;

/// The files of one project or package, by what they hold. Each list is ordered by path.
///
/// @param models `.sql` and `.py`
/// @param snapshots `.sql`, each with any number of snapshot blocks
/// @param analyses `.sql`
/// @param tests `.sql`: singular tests
/// @param macros `.sql` below macro paths, and generic tests below `generic` of the test paths
/// @param fixtures `.csv` and `.sql` below `fixtures` of the test paths
/// @param seeds `.csv`
/// @param properties `.yml` and `.yaml`
/// @param docs `.md`
public record ProjectFiles(
        List<TextFile> models,
        List<TextFile> snapshots,
        List<TextFile> analyses,
        List<TextFile> tests,
        List<MacroFile> macros,
        List<TextFile> fixtures,
        List<SeedFile> seeds,
        List<TextFile> properties,
        List<TextFile> docs) {}
