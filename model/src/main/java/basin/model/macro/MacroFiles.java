package basin.model.macro;

import basin.model.project.MacroFile;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads files of macros, each once for as long as its content stays the same. May be used by many threads.
public final class MacroFiles {
    private final Map<MacroFile, ParsedFile> parsed = new ConcurrentHashMap<>();

    /// @throws basin.jinja.error.JinjaException if the file is no template
    ParsedFile parse(MacroFile file) {
        return parsed.computeIfAbsent(file, ParsedFile::of);
    }

    /// Forgets the files that are no longer there, or are no longer the same.
    void keep(Collection<MacroFile> files) {
        parsed.keySet().retainAll(files);
    }
}
