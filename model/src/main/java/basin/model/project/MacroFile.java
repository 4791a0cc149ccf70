package basin.model.project;

import java.nio.file.Path;

/// A file of macros, as it stands: below a macro path, or a generic test below `tests/generic`.
///
/// @param packageName whose it is
/// @param path relative to the package's folder, with `/`: `macros/money.sql`
/// @param shownAs relative to the root project's folder
public record MacroFile(String packageName, String path, Path shownAs, String text) {}
