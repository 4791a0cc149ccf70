package basin.model.macro;

import static java.nio.charset.StandardCharsets.UTF_8;

import basin.model.project.MacroFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Basin's own macros: what dbt and its adapters bring along, for projects to call and to override.
final class BuiltInMacros {
    /// The package they are known by.
    static final String PACKAGE = "dbt";

    /// What the names of their files begin with in messages.
    static final String SHOWN_BELOW = "basin/macros/";

    private static final List<String> FILES = List.of(
            "naming.sql",
            "types.sql",
            "text.sql",
            "dates.sql",
            "sets.sql",
            "queries.sql",
            "relations.sql",
            "materializations.sql",
            "external.sql",
            "incremental.sql",
            "snapshots.sql",
            "seeds.sql",
            "hooks.sql",
            "tests.sql");

    /// Read when first asked for, once in a process.
    private static final class Holder {
        static final List<ParsedFile> PARSED =
                FILES.stream().map(BuiltInMacros::read).map(ParsedFile::of).toList();
    }

    private BuiltInMacros() {}

    static List<ParsedFile> files() {
        return Holder.PARSED;
    }

    private static MacroFile read(String name) {
        try (InputStream in = BuiltInMacros.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing from this build");
            }
            return new MacroFile(
                    PACKAGE, "macros/" + name, Path.of(SHOWN_BELOW + name), new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
