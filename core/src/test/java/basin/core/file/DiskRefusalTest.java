package basin.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRefusalTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatIsMissing() {
        Path file = folder.resolve("no/such.txt");

        assertThat(reason(() -> Files.writeString(file, ""))).isEqualTo("there is no '" + file + "'");
    }

    @Test
    void tellsFoldersFromFiles() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(reason(() -> Files.readString(folder))).isEqualTo("it is a folder, not a file");
        assertThat(reason(() -> Files.createDirectories(file)))
                .isEqualTo("'" + file + "' is there already, and is no folder");
        assertThat(reason(() -> Files.writeString(file.resolve("x"), "")))
                .startsWith("a part of the path is a file, not a folder");
    }

    @Test
    void saysWhatIsForbidden() {
        assertThat(DiskRefusal.reason(new AccessDeniedException("/etc/x")))
                .isEqualTo("this user has no right to '/etc/x'");
    }

    @Test
    void saysThatADiskIsFull() {
        assertThat(DiskRefusal.reason(new FileSystemException("/data/x", null, "No space left on device")))
                .isEqualTo("the disk is full: '/data/x'");
        assertThat(DiskRefusal.reason(new IOException("No space left on device")))
                .isEqualTo("the disk is full");
    }

    @Test
    void repeatsWhatItHasNoWordsFor() {
        assertThat(DiskRefusal.reason(new IOException("Stale file handle"))).isEqualTo("Stale file handle");
        assertThat(DiskRefusal.reason(new IOException())).isEqualTo("the operating system does not say why");
    }

    private static String reason(ThrowingCallable action) {
        try {
            action.call();
        } catch (IOException e) {
            return DiskRefusal.reason(e);
        } catch (Throwable e) {
            throw new AssertionError("no refusal of the disk", e);
        }
        throw new AssertionError("the disk did not refuse");
    }
}
