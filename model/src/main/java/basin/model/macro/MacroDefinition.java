package basin.model.macro;

import basin.jinja.Definition;
import basin.model.project.MacroFile;
import java.util.List;
import java.util.Objects;

/// A macro of a project or package.
///
/// @param name by which it is called: `cents_to_dollars`, `test_not_null`, `materialization_view_default`
/// @param file where it is
/// @param parsed the whole of the file
/// @param definition the part of the file that it is
public record MacroDefinition(String name, MacroFile file, ParsedFile parsed, Definition definition) {

    static MacroDefinition of(MacroFile file, ParsedFile parsed, Definition definition) {
        return new MacroDefinition(name(definition), file, parsed, definition);
    }

    /// The package it belongs to; `dbt` for Basin's own.
    public String packageName() {
        return file.packageName();
    }

    /// `macro.shop.cents_to_dollars`.
    public String uniqueId() {
        return "macro." + packageName() + "." + name;
    }

    /// Whether it is a materialization.
    public boolean isMaterialization() {
        return definition.tag().equals("materialization");
    }

    /// The languages that a materialization supports.
    public List<String> languages() {
        Object languages = definition.options().get("supported_languages");
        if (!isMaterialization()) {
            return List.of();
        }
        return languages instanceof List<?> named
                ? named.stream().map(String::valueOf).toList()
                : List.of("sql");
    }

    private static String name(Definition definition) {
        return switch (definition.tag()) {
            case "test", "data_test" -> "test_" + definition.name();
            case "materialization" ->
                "materialization_" + definition.name() + "_"
                        + Objects.requireNonNullElse(definition.options().get("adapter"), "default");
            default -> definition.name();
        };
    }
}
