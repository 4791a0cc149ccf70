package basin.model.compile;

import basin.model.context.NodeContext;
import basin.model.macro.Language;
import basin.model.resource.GenericTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The arguments of a generic test, as its macro gets them: texts that are templates are rendered, and keep the
/// type of what they mean; `ref('orders')` is a template without its braces.
final class TestArguments {
    private static final Pattern CALL =
            Pattern.compile("\\s*(?:env_var|ref|var|source|doc)\\s*\\(.+\\)\\s*", Pattern.DOTALL);

    private TestArguments() {}

    static Map<String, @Nullable Object> of(GenericTest test, NodeContext context) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        test.arguments()
                .forEach((name, value) ->
                        arguments.put(name, name.equals("column_name") ? value : rendered(value, context)));
        return arguments;
    }

    private static @Nullable Object rendered(@Nullable Object value, NodeContext context) {
        return switch (value) {
            case String text when CALL.matcher(text).matches() -> template("{{ " + text + " }}", context);
            case String text when text.contains("{{") || text.contains("{%") -> template(text, context);
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> rendered = new LinkedHashMap<>();
                map.forEach((key, entry) -> rendered.put(key, rendered(entry, context)));
                yield rendered;
            }
            case List<?> list -> {
                List<@Nullable Object> rendered = new ArrayList<>();
                list.forEach(item -> rendered.add(rendered(item, context)));
                yield rendered;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object template(String text, NodeContext context) {
        return Language.ENVIRONMENT.template("<argument>", text).renderNative(context);
    }
}
