package basin.app.cli;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What those who come from dbt type without thinking: its names of options that work everywhere, and options that make
/// no difference here. Help is silent about them.
final class DbtWords {

    @Option(names = "--project-dir", hidden = true, scope = ScopeType.INHERIT)
    @Nullable
    Path project;

    @Option(
            names = {"-d", "--debug"},
            hidden = true,
            scope = ScopeType.INHERIT)
    boolean verbose;

    @Option(names = "--no-use-colors", hidden = true, scope = ScopeType.INHERIT)
    boolean unpainted;

    @Option(names = "--use-colors", hidden = true, scope = ScopeType.INHERIT)
    boolean painted;

    @Option(names = "--log-format", hidden = true, scope = ScopeType.INHERIT, converter = LogFormat.class)
    @Nullable
    String logFormat;

    @Option(
            names = {
                "--cache-selected-only",
                "--no-cache-selected-only",
                "--introspect",
                "--no-introspect",
                "--log-cache-events",
                "--no-log-cache-events",
                "--partial-parse",
                "--no-partial-parse",
                "--populate-cache",
                "--no-populate-cache",
                "--send-anonymous-usage-stats",
                "--no-send-anonymous-usage-stats",
                "--static-parser",
                "--no-static-parser",
                "--use-colors-file",
                "--no-use-colors-file",
                "--version-check",
                "--no-version-check",
                "--write-json"
            },
            arity = "0",
            hidden = true,
            scope = ScopeType.INHERIT)
    List<Boolean> noDifference = List.of();

    @Option(
            names = {"--log-level", "--log-level-file", "--log-path", "--log-file-max-bytes", "--printer-width"},
            hidden = true,
            scope = ScopeType.INHERIT)
    List<String> noDifferenceWhatever = List.of();

    /// Takes the formats that people read.
    static final class LogFormat implements ITypeConverter<String> {
        @Override
        public String convert(String typed) {
            if (typed.equals("json")) {
                throw new ProblemException(Problem.wrong("progress is not told in JSON", Place.NOWHERE)
                        .advise("with --json the answer is one JSON document"));
            }
            return typed;
        }
    }
}
