package basin.model.properties;

import basin.model.document.Mapping;
import basin.model.resource.Macro;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a properties file says of a macro.
///
/// @param description with docs blocks in place; empty if there is none
/// @param show whether the documentation shows it
/// @param patchPath the file, in the form `shop://macros/macros.yml`
public record MacroProperties(
        String description,
        List<Macro.Argument> arguments,
        Map<String, @Nullable Object> meta,
        boolean show,
        String patchPath) {
    private static final Set<String> KEYS = Set.of("name", "description", "arguments", "docs", "meta", "config");

    /// What a file says, by unique id of the macro.
    static Map<String, MacroProperties> of(PropertiesFile file, DocsBlocks docs) {
        Map<String, MacroProperties> all = new LinkedHashMap<>();
        String packageName = file.project().name();
        for (Mapping item : file.content().mappings("macros")) {
            String name = item.required("name", "a macro");
            if (name == null) {
                continue;
            }
            item.expect(KEYS, "a macro");
            List<Macro.Argument> arguments = new ArrayList<>();
            for (Mapping argument : item.mappings("arguments")) {
                arguments.add(new Macro.Argument(
                        argument.text("name", ""), argument.text("type"), description(argument, packageName, docs)));
            }
            Mapping shown = item.mapping("docs");
            all.put(
                    "macro." + packageName + "." + name,
                    new MacroProperties(
                            description(item, packageName, docs),
                            arguments,
                            item.values("meta"),
                            shown == null || !Boolean.FALSE.equals(shown.flag("show")),
                            file.patchPath()));
        }
        return all;
    }

    private static String description(Mapping item, String packageName, DocsBlocks docs) {
        return docs.description(item.rawText("description"), packageName, item.place("description"), item.reading());
    }
}
