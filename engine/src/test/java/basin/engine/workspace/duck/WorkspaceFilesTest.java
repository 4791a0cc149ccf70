package basin.engine.workspace.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every script in `src/test/resources/workspace`, statement by statement, and what each answers.
///
/// A file is one session over a lake of its own. A case is a script, a line `----`, and what its last
/// statement answers: the names of the columns and the rows of a query, or how many rows anything else has
/// changed; or the problem, its lines marked by `!`. An empty line ends it; `#` starts a comment. With
/// `-Dsql.write` the files are written anew with what the workspace answers, to be read before they are
/// committed.
class WorkspaceFilesTest {

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> everyScriptAnswersAsWritten() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(WorkspaceFilesTest.class.getResource("/workspace"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> run(file)))
                    .toList()
                    .stream();
        }
    }

    private void run(Path file) {
        String written = text(file);
        String answered;
        try (Desk desk = new Desk(temp.resolve(String.valueOf(file.getFileName())))) {
            answered = Arrays.stream(written.split("\n\n+"))
                    .map(block -> block.contains("----") ? answered(desk, block) : block.strip())
                    .collect(Collectors.joining("\n\n", "", "\n"));
        }
        if (System.getProperty("sql.write") != null) {
            write(Path.of("src/test/resources/workspace").resolve(file.getFileName()), answered);
        }
        assertThat(answered).isEqualTo(written);
    }

    private static String answered(Desk desk, String block) {
        String script = block.substring(0, block.indexOf("----"));
        String statements = script.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        String answer = String.join("\n", answer(desk, statements)).replaceAll("(?m)\\s+$", "");
        return (script.stripLeading() + "----\n" + answer).strip();
    }

    private static List<String> answer(Desk desk, String script) {
        try {
            return script.matches("(?is)\\s*(select|from|with|describe|show|values|explain|pivot)\\b.*")
                    ? desk.lines(script)
                    : List.of(desk.session.execute(script) + " rows");
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage())
                    .lines()
                    .map(line -> "! " + line)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
