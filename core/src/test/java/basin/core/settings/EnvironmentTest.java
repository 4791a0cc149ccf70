package basin.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void theProcessWinsOverTheFile() throws IOException {
        Files.writeString(folder.resolve(".env"), "USER=alice\nexport CUP='tea'\n");

        Environment environment = Environment.of(Map.of("USER", "hatter"), folder, problems);

        assertThat(environment.variables()).isEqualTo(Map.of("USER", "hatter", "CUP", "tea"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aFolderOfTheFilesNameIsNotRead() throws IOException {
        Files.createDirectory(folder.resolve(".env"));

        Environment environment = Environment.of(Map.of("USER", "hatter"), folder, problems);

        assertThat(environment.get("USER")).isEqualTo("hatter");
        assertThat(problems.isEmpty()).isTrue();
    }
}
