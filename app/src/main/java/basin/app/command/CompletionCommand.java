package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.cli.CommandTree;
import basin.app.completion.Shell;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Parameters;

/// `basin completion SHELL`
@picocli.CommandLine.Command(
        name = "completion",
        header = "Print the script that makes a shell complete commands and options.",
        description = "Let the shell read it when it starts, as the examples show.",
        footer = {
            "",
            "Examples:",
            "  echo 'source <(basin completion bash)' >> ~/.bashrc",
            "  echo 'source <(basin completion zsh)' >> ~/.zshrc",
            "  basin completion fish > ~/.config/fish/completions/basin.fish"
        })
public final class CompletionCommand implements Command {

    private final Supplier<List<Command>> commands;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    /// @param commands gives all there are, this one among them
    public CompletionCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public Answer run(Workplace workplace) {
        return new Script(shell.script(CommandTree.describing(commands.get())));
    }

    private record Script(String text) implements Answer {
        @Override
        public void show(Screen out) {
            out.write(text);
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("script", text);
            json.writeEndObject();
        }
    }
}
