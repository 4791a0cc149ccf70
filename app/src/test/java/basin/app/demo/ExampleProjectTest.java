package basin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.known.KnownSources;
import basin.connect.postgres.PostgresSettings;
import basin.core.project.Project;
import basin.core.project.ProjectReading;
import basin.core.project.SourceType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExampleProjectTest {
    private static final Path FOLDER = Path.of("..", "examples", "madhatter");

    @Test
    void readsWithoutAMistakeOnceItIsToldWhereTheShopIs() {
        Project project =
                reading(Map.of("SHOP_PORT", "5499", "SHOP_PASSWORD", "secret")).sound();
        assertThat(project.name()).isEqualTo("madhatter");
        assertThat(project.sources()).singleElement().satisfies(source -> {
            assertThat(source.name()).isEqualTo("shop");
            PostgresSettings settings = source.settings(PostgresSettings.class);
            assertThat(settings.connection().host()).isEqualTo("localhost");
            assertThat(settings.connection().port()).isEqualTo(5499);
        });
    }

    @Test
    void saysWhatItMustBeTold() {
        assertThat(reading(Map.of()).problems())
                .anyMatch(problem -> problem.what().contains("SHOP_PORT"))
                .anyMatch(problem -> problem.what().contains("SHOP_PASSWORD"));
    }

    private static ProjectReading reading(Map<String, String> environment) {
        List<SourceType> types = KnownSources.TYPES.stream()
                .map(type -> new SourceType(type.name(), type.settings()))
                .toList();
        return ProjectReading.of(FOLDER, types, environment);
    }
}
