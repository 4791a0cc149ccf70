package basin.app.cli;

import basin.app.terminal.Screen;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of a command: first what is its own, then what works everywhere.
final class HelpLayout {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 55;
    private static final int LONGEST_NAMES = 26;

    private HelpLayout() {}

    /// Sets what is the same in the help of every command.
    static void arrange(CommandLine root) {
        root.getSubcommands().values().forEach(HelpLayout::arrange);
        UsageMessageSpec help = root.getCommandSpec().usageMessage();
        help.abbreviateSynopsis(true)
                .synopsisHeading("%nUsage: ")
                .descriptionHeading(help.description().length == 0 ? "" : "%n")
                .parameterListHeading("%nArguments:%n")
                .commandListHeading("%nCommands:%n");
        root.setUsageHelpLongOptionsMaxWidth(LONGEST_NAMES);
        root.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, drawn -> options(drawn, root.getParent() != null));
    }

    static void show(CommandLine line, Screen screen) {
        line.setColorScheme(Help.defaultColorScheme(screen.isPainted() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.clamp(screen.columns(), NARROWEST, WIDEST));
        screen.write(line.getUsageMessage());
        screen.flush();
    }

    private static String options(Help help, boolean inCommand) {
        String own = options(help, option -> !option.inherited());
        String everywhere = options(help, OptionSpec::inherited);
        if (!inCommand) {
            return "%nOptions:%n".formatted() + own;
        }
        return (own.isEmpty() ? "" : "%nOptions:%n".formatted() + own) + "%nEverywhere:%n".formatted() + everywhere;
    }

    private static String options(Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> options = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .filter(which)
                .toList();
        Help.Layout layout = help.createDefaultLayout();
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
