package basin.run.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnershipTest {

    @TempDir
    Path folder;

    @Test
    void oneWritesAndTheNextIsToldWhoItIs() {
        try (Ownership _ = Ownership.take(folder, "basin sync shop")) {
            assertThatThrownBy(() -> Ownership.take(folder, "basin sync erp"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another process is writing to this project")
                    .hasMessageContaining("basin sync shop, process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void theRightIsFreeAgainOnceGivenBack() {
        Ownership.take(folder, "first").close();
        try (Ownership _ = Ownership.take(folder, "second")) {
            assertThat(folder.resolve("writer.lock")).content().startsWith("second");
        }
    }

    @Test
    void theStateFolderIsMadeWhereThereIsNone() {
        Path state = folder.resolve("new/state");
        try (Ownership _ = Ownership.take(state, "first")) {
            assertThat(state).isDirectory();
        }
    }
}
