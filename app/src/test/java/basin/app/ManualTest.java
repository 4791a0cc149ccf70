package basin.app;

import basin.testkit.TemporaryFolder;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// The manual's examples, typed from its first page to its last: each shows what is really seen. Where what is seen has
/// changed for the better, `-Dmanual=write` writes it into the pages.
final class ManualTest {

    private static final Path DOCS = Path.of("../docs");
    private static final List<String> PAGES = List.of(
            "getting-started.md",
            "project-folder.md",
            "postgres.md",
            "sql.md",
            "lake.md",
            "command-line.md",
            "models.md");

    @Test
    void whatTheManualShowsIsWhatIsSeen() throws IOException {
        SoftAssertions pages = new SoftAssertions();
        try (TemporaryFolder folder = TemporaryFolder.create("basin-manual");
                PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            ManualPage.Reader reader = new ManualPage.Reader(folder.path(), database);
            for (String name : PAGES) {
                Path file = DOCS.resolve(name);
                String written = Files.readString(file);
                String seen = new ManualPage(written).replay(reader);
                if ("write".equals(System.getProperty("manual"))) {
                    Files.writeString(file, seen);
                } else {
                    pages.assertThat(seen).as(name).isEqualTo(written);
                }
            }
            database.execute("drop owned by basin", "drop role basin");
        }
        pages.assertAll();
    }
}
