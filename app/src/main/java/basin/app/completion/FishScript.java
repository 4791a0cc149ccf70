package basin.app.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for fish, one `complete` per command and option
/// (https://fishshell.com/docs/current/completions.html).
final class FishScript {
    private FishScript() {}

    static String of(CommandLine root) {
        String program = root.getCommandName();
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of " + program + " for fish.");
        lines.add("complete -c " + program + " -f");
        root.getSubcommands().forEach((name, command) -> {
            lines.add("complete -c " + program + " -n __fish_use_subcommand -a " + name + " -d "
                    + quoted(String.join(
                            " ", command.getCommandSpec().usageMessage().header())));
            String inside = "complete -c " + program + " -n " + quoted("__fish_seen_subcommand_from " + name);
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.inherited() && !option.hidden()) {
                    lines.add(inside + option(option));
                }
            }
            for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
                if (parameter.completionCandidates() != null) {
                    lines.add(inside + " -a " + quoted(String.join(" ", parameter.completionCandidates())));
                } else if (parameter.type() == Path.class) {
                    lines.add(inside + " -F");
                }
            }
        });
        for (OptionSpec option : root.getCommandSpec().options()) {
            if (!option.hidden()) {
                lines.add("complete -c " + program + option(option));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String option(OptionSpec option) {
        StringBuilder text = new StringBuilder();
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            text.append(" -r");
            if (option.completionCandidates() != null) {
                text.append(" -a ").append(quoted(String.join(" ", option.completionCandidates())));
            } else if (option.type() == Path.class) {
                text.append(" -F");
            }
        }
        String description = String.join(" ", option.description());
        return text + " -d " + quoted(description.replaceFirst("(\\.$|\\. |: | \\().*", ""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
