package basin.model.packages;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The program `git` of this machine.
final class GitCommand {
    private final Place place;

    /// @param place of what needs it
    GitCommand(Place place) {
        this.place = place;
    }

    /// Brings one revision of a repository into a folder, without its history.
    ///
    /// @param revision a tag, a branch or a commit; null for the default branch
    /// @return the commit that it is
    /// @throws ProblemException if that fails
    String checkout(String url, @Nullable String revision, Path folder) {
        run(folder, "init", "--quiet");
        run(folder, "fetch", "--quiet", "--depth", "1", url, revision == null ? "HEAD" : revision);
        run(folder, "-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD");
        return run(folder, "rev-parse", "HEAD").strip();
    }

    private String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Nobody is there to be asked for a password.
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ProblemException(Problem.failed("git can not fetch the package", place)
                        .because(output.strip().lines().findFirst().orElse("it does not say why"))
                        .advise("see whether 'git ls-remote' reaches the repository from here"));
            }
            return output;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the program 'git' can not be run", place)
                            .because(e.getMessage())
                            .advise("install it, or fill the folder 'dbt_packages' elsewhere and bring it along"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("fetching the package was cut off", place), e);
        }
    }
}
