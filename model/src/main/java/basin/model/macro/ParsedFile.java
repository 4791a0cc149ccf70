package basin.model.macro;

import basin.jinja.Template;
import basin.model.project.MacroFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A file of macros that has been read as a template. Does not change; may be used by many threads.
///
/// @param template the whole file
/// @param macros what the file defines, in order
public record ParsedFile(Template template, List<MacroDefinition> macros) {
    private static final Set<String> MACRO_TAGS = Set.of("macro", "test", "data_test", "materialization");

    /// @throws basin.jinja.error.JinjaException if the text is no template
    static ParsedFile of(MacroFile file) {
        Template template = Language.OF_MACROS.template(shownAs(file), file.text());
        List<MacroDefinition> macros = new ArrayList<>();
        ParsedFile parsed = new ParsedFile(template, macros);
        template.definitions().stream()
                .filter(definition -> MACRO_TAGS.contains(definition.tag()))
                .forEach(definition -> macros.add(MacroDefinition.of(file, parsed, definition)));
        return parsed;
    }

    /// The file's name in messages.
    static String shownAs(MacroFile file) {
        return file.shownAs().toString().replace('\\', '/');
    }

    /// A file is itself and no other.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return template.name();
    }
}
