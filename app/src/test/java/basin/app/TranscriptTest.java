package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is typed and what is seen, as files that people can read: `src/test/resources/transcripts`, each in an
/// empty folder of its own. Where what is seen has changed for the better, `-Dtranscripts=write` writes them
/// anew.
final class TranscriptTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

    @TestFactory
    List<DynamicTest> showsWhatTheTranscriptShows() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString().replace(".txt", ""), () -> replay(file)))
                    .toList();
        }
    }

    private static void replay(Path file) throws IOException {
        String expected = Files.readString(file);
        try (TemporaryFolder folder = TemporaryFolder.create("basin-transcript")) {
            String seen = new Transcript(folder.path()).replay(expected);
            if ("write".equals(System.getProperty("transcripts"))) {
                Files.writeString(file, seen);
            } else {
                assertThat(seen).isEqualTo(expected);
            }
        }
    }
}
