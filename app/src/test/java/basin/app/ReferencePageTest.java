package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.known.KnownSources;
import basin.core.project.ProjectReference;
import basin.core.project.SourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/reference.md` is made from what the code says of its settings, and never by hand.
final class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/reference.md");
    private static final String REWRITE = "./mvnw -pl app -am test -Dtest=ReferencePageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dreference=write";

    @Test
    void theReferenceSaysWhatTheSettingsSay() throws IOException {
        String page = "<!-- Made from the code. To make it anew: " + REWRITE + " -->\n\n" + settings();
        if ("write".equals(System.getProperty("reference"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the page of the manual; to make it anew: " + REWRITE)
                .hasContent(page);
    }

    private static String settings() {
        return ProjectReference.page(KnownSources.TYPES.stream()
                .map(type -> new SourceType(type.name(), type.settings()))
                .toList());
    }
}
