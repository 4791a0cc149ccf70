package basin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATime() {
        try (ServerFolder held = ServerFolder.claim(folder)) {
            assertThatThrownBy(() -> ServerFolder.claim(folder))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("already runs here");
            assertThat(held.data()).doesNotExist();
        }
        ServerFolder.claim(folder).close();
    }

    @Test
    void losesTheDataOfAServerThatWasKilledAndKeepsTheProgram() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data").resolve("base"));
        Path program = Files.createDirectories(folder.resolve("program"));
        ServerFolder.claim(folder).close();
        assertThat(data).doesNotExist();
        assertThat(program).exists();
    }

    @Test
    void stopsNoProcessThatOnlyHasTheNumberOfAFormerServer() throws IOException {
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            Files.writeString(data.resolve("postmaster.pid"), bystander.pid() + "\n");
            ServerFolder.claim(folder).close();
            assertThat(data).doesNotExist();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void showsThePasswordToNobodyElse() throws IOException {
        try (ServerFolder held = ServerFolder.claim(folder)) {
            Path file = held.passwordFile("secret");
            assertThat(file).hasContent("secret\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            held.forgetPassword();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void isClosedToOtherUsers() throws IOException {
        Path made = folder.resolve("a").resolve("b");
        ServerFolder.claim(made).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void saysThatItIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ServerFolder.claim(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no example database can be kept here");
    }
}
