package basin.app.cli;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.problem.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What picocli could not read, said as problems.
final class WrongArguments {
    private WrongArguments() {}

    static ProblemException of(ParameterException e) {
        if (e.getCause() instanceof ProblemException known) {
            return known;
        }
        CommandLine line = e.getCommandLine();
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().getFirst(), line)
                : problem(inOurWords(String.valueOf(e.getMessage())), null, line);
    }

    private static ProblemException unmatched(String word, CommandLine line) {
        if (word.startsWith("-") && word.length() > 1) {
            List<String> options = line.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            return problem("unknown option '" + word + "'", Suggestion.didYouMean(word, options), line);
        }
        if (!line.getSubcommands().isEmpty()) {
            String nearMiss = Suggestion.didYouMean(word, line.getSubcommands().keySet());
            return problem("unknown command '" + word + "'", nearMiss, line);
        }
        return problem("one argument too many: '" + word + "'", null, line);
    }

    private static ProblemException problem(String what, @Nullable String nearMiss, CommandLine line) {
        String seeHelp = "see " + line.getCommandSpec().qualifiedName() + " --help";
        return new ProblemException(Problem.wrong(what, Place.NOWHERE).advise(nearMiss == null ? seeHelp : nearMiss));
    }

    /// Without the names that Java has for numbers.
    private static String inOurWords(String sentence) {
        String plain = sentence.replaceFirst(" is not an? (double|float)$", " is not a number")
                .replaceFirst(" is not an? (int|long|short)$", " is not a whole number");
        return Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    }
}
