package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder below `projects/wrong` is a project with mistakes; its `expected.txt` is what people are told about
/// it.
class WrongProjectsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_PASSWORD", "hunter2", "SHOP_PORT", "hunter2");

    static List<Path> projects() throws IOException, URISyntaxException {
        URL wrong = WrongProjectsTest.class.getResource("/projects/wrong");
        assertThat(wrong).isNotNull();
        try (Stream<Path> folders = Files.list(Path.of(wrong.toURI()))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyMistakeIsToldAtOnceWithItsPlaceAndRemedy(Path project) throws IOException {
        ProblemException told = Assertions.catchThrowableOfType(
                ProblemException.class,
                () -> ProjectReading.of(project, List.of(SampleSettings.TYPE), ENVIRONMENT)
                        .sound());

        assertThat(told)
                .hasMessage(Files.readString(project.resolve("expected.txt")).stripTrailing());
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.getMessage()).doesNotContain("hunter2");
    }
}
