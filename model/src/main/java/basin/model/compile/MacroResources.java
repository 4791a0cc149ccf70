package basin.model.compile;

import basin.core.problem.Place;
import basin.jinja.CallSite;
import basin.model.macro.MacroDefinition;
import basin.model.macro.MacroLibrary;
import basin.model.properties.MacroProperties;
import basin.model.resource.Identity;
import basin.model.resource.Macro;
import basin.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The macros of a library as resources, each with those that it calls as its text tells.
///
/// @param properties what YAML says of macros, by unique id
record MacroResources(MacroLibrary library, Map<String, MacroProperties> properties) {
    private static final Comparator<basin.jinja.error.Place> READING_ORDER =
            Comparator.comparingInt(basin.jinja.error.Place::line).thenComparingInt(basin.jinja.error.Place::column);

    Collection<Macro> all() {
        List<Macro> all = new ArrayList<>();
        library.all().forEach(macro -> all.add(resource(macro)));
        return all;
    }

    private Macro resource(MacroDefinition macro) {
        MacroProperties described = properties.get(macro.uniqueId());
        basin.jinja.error.Place at = macro.definition().place();
        Identity identity = new Identity(
                ResourceType.MACRO,
                macro.uniqueId(),
                macro.packageName(),
                macro.name(),
                List.of(macro.packageName(), macro.name()),
                macro.file().path(),
                macro.file().path(),
                new Place.InFile(macro.file().shownAs(), at.line(), at.column()));
        return new Macro(
                identity,
                macro.definition().text(),
                calls(macro),
                described == null ? "" : described.description(),
                described == null ? List.of() : described.arguments(),
                described == null ? Map.of() : described.meta(),
                described == null || described.show(),
                macro.languages(),
                described == null ? null : described.patchPath());
    }

    private Set<String> calls(MacroDefinition macro) {
        basin.jinja.error.Place start = macro.definition().place();
        basin.jinja.error.Place end = macro.parsed().macros().stream()
                .map(other -> other.definition().place())
                .filter(place -> READING_ORDER.compare(place, start) > 0)
                .min(READING_ORDER)
                .orElse(null);
        Set<String> called = new LinkedHashSet<>();
        for (CallSite call : macro.parsed().template().calls()) {
            boolean inside = READING_ORDER.compare(call.place(), start) >= 0
                    && (end == null || READING_ORDER.compare(call.place(), end) < 0);
            MacroDefinition found = inside ? called(call, macro.packageName()) : null;
            if (found != null) {
                called.add(found.uniqueId());
            }
        }
        return called;
    }

    private @Nullable MacroDefinition called(CallSite call, String fromPackage) {
        if (call.function().equals("adapter.dispatch")) {
            return dispatched(call, fromPackage);
        }
        int dot = call.function().indexOf('.');
        return dot < 0
                ? library.resolve(fromPackage, call.function())
                : library.find(
                        call.function().substring(0, dot), call.function().substring(dot + 1));
    }

    private @Nullable MacroDefinition dispatched(CallSite call, String fromPackage) {
        List<@Nullable Object> arguments = call.positional();
        Object name = arguments.isEmpty() ? call.keyword().get("macro_name") : arguments.getFirst();
        Object namespace =
                arguments.size() > 1 ? arguments.get(1) : call.keyword().get("macro_namespace");
        return name == null
                ? null
                : library.dispatch(fromPackage, name.toString(), namespace == null ? null : namespace.toString());
    }
}
