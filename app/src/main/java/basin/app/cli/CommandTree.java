package basin.app.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands as picocli sees them.
public final class CommandTree {
    private CommandTree() {}

    /// Parses into `options` and the fields of `commands`; help lists them in their order.
    static CommandLine of(GlobalOptions options, List<Command> commands) {
        CommandLine root = new CommandLine(options);
        commands.forEach(root::addSubcommand);
        root.getSubcommands().values().forEach(CommandTree::readWords);
        readWords(root);
        HelpLayout.arrange(root);
        root.setPosixClusteredShortOptionsAllowed(true);
        root.setUnmatchedOptionsArePositionalParams(false);
        return root;
    }

    /// The same with nothing to parse into that matters: for help and completion.
    public static CommandLine describing(List<Command> commands) {
        return of(new GlobalOptions(), commands);
    }

    private static void readWords(CommandLine line) {
        for (ArgSpec argument : line.getCommandSpec().args()) {
            if (argument.type().isEnum()) {
                String name = argument instanceof OptionSpec option
                        ? option.longestName().replaceFirst("^-+", "")
                        : argument.paramLabel();
                register(line, argument.type(), name.toLowerCase(Locale.ROOT));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void register(CommandLine line, Class<?> type, String name) {
        line.registerConverter((Class<Object>) type, Words.of(name, type));
    }
}
