package basin.model.compile;

import basin.jinja.error.JinjaException;
import basin.model.macro.MacroDefinition;
import basin.model.macro.MacroLibrary;
import basin.model.resource.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to do about the failures of templates that happen most.
final class Remedy {
    private static final Pattern UNKNOWN = Pattern.compile("'(\\w+)' is undefined");
    private static final Pattern UNSET = Pattern.compile("the variable '([^']+)' is not set and has no default$");
    private static final Pattern UNSET_OUTSIDE =
            Pattern.compile("the environment variable '([^']+)' is not set and has no default");
    private static final Pattern ARGUMENTS = Pattern.compile("macro '(\\w+)' (takes|needs|is given|has no|got) ");

    private Remedy() {}

    /// A sentence; null where there is none.
    ///
    /// @param node whose template has failed
    static @Nullable String of(JinjaException failure, MacroLibrary macros, Node node) {
        String reason = failure.reason();
        Matcher unknown = UNKNOWN.matcher(reason);
        if (failure.kind() == JinjaException.Kind.UNDEFINED && unknown.find()) {
            return unknown(unknown.group(1), macros, node);
        }
        Matcher unset = UNSET.matcher(reason);
        if (unset.find()) {
            return "set it under 'vars:' of dbt_project.yml, or with --vars '{" + unset.group(1) + ": ...}'";
        }
        if (UNSET_OUTSIDE.matcher(reason).find()) {
            return "set it, in .env too if you like, or name a default: env_var('...', '...')";
        }
        Matcher arguments = ARGUMENTS.matcher(reason);
        if (arguments.find()) {
            MacroDefinition macro = macros.resolve(node.packageName(), arguments.group(1));
            return macro == null
                    ? null
                    : "call it as " + macro.name() + "("
                            + String.join(", ", macro.definition().parameters()) + ")";
        }
        return null;
    }

    private static @Nullable String unknown(String name, MacroLibrary macros, Node node) {
        String suggestion = macros.suggest(name);
        boolean isPackage = Pattern.compile("\\b" + name + "\\s*\\.\\s*\\w+\\s*\\(")
                .matcher(node.code().raw())
                .find();
        return suggestion == null && isPackage
                ? "if it is a package, add it to packages.yml and bring it in with 'basin deps'"
                : suggestion;
    }
}
