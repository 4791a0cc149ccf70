package basin.app.completion;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/// A shell that can complete words.
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /// The script this shell reads to complete the words of `root`.
    public String script(CommandLine root) {
        return switch (this) {
            case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root);
            case FISH -> FishScript.of(root);
        };
    }

    /// As it is written on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
