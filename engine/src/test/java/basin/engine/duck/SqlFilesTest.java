package basin.engine.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every statement in `src/test/resources/sql`, and what it answers.
///
/// A case is a statement, a line `----`, the names of the columns, and the rows; or the problem, its lines
/// marked by `!`. An empty line ends it; `#` starts a comment. With `-Dsql.write` the files are written
/// anew with what the engine answers, to be read before they are committed.
class SqlFilesTest {

    @TempDir
    static Path temp;

    private static Shop shop;

    @BeforeAll
    static void fill() {
        shop = Shop.filled(temp);
    }

    @AfterAll
    static void empty() {
        shop.close();
    }

    @TestFactory
    Stream<DynamicTest> everyStatementAnswersAsWritten() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(SqlFilesTest.class.getResource("/sql"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().flatMap(SqlFilesTest::cases).toList().stream();
        }
    }

    private static Stream<DynamicTest> cases(Path file) {
        List<String> blocks = Arrays.asList(text(file).split("\n\n+"));
        if (System.getProperty("sql.write") != null) {
            rewrite(file, blocks);
        }
        return blocks.stream()
                .map(String::strip)
                .filter(block -> block.contains("----"))
                .map(block -> {
                    String name = file.getFileName() + ": " + statement(block).replaceAll("\\s+", " ");
                    return DynamicTest.dynamicTest(
                            name,
                            () -> assertThat(answer(statement(block)))
                                    .isEqualTo(block.substring(block.indexOf("----") + 4)
                                            .strip()));
                });
    }

    private static void rewrite(Path file, List<String> blocks) {
        String rewritten = blocks.stream()
                .map(block -> block.contains("----")
                        ? block.substring(0, block.indexOf("----")).stripLeading() + "----\n" + answer(statement(block))
                        : block.strip())
                .collect(Collectors.joining("\n\n", "", "\n"));
        try {
            Files.writeString(Path.of("src/test/resources/sql").resolve(file.getFileName()), rewritten);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statement(String block) {
        return block.substring(0, block.indexOf("----"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private static String answer(String sql) {
        List<String> lines = new ArrayList<>();
        try {
            lines.addAll(shop.lines(sql));
        } catch (ProblemException e) {
            String.valueOf(e.getMessage()).lines().map(line -> "! " + line).forEach(lines::add);
        }
        return String.join("\n", lines).replaceAll("(?m)\\s+$", "").strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
