package basin.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.jinja.error.JinjaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What Jinja2 itself renders, this room renders: templates with the text that Jinja2 makes of them. Another file of
/// the same form is taken with `-Djinja.cases=FILE`.
final class ConformanceTest {
    @TestFactory
    Stream<DynamicTest> rendersWhatJinja2Renders() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Object element : (List<?>) Objects.requireNonNull(Json.parse(cases()))) {
            Map<?, ?> given = (Map<?, ?>) Objects.requireNonNull(element);
            tests.add(DynamicTest.dynamicTest(given.get("group") + ": " + given.get("id"), () -> check(given)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static String cases() throws IOException {
        String file = System.getProperty("jinja.cases");
        if (file != null) {
            return Files.readString(Path.of(file));
        }
        try (InputStream cases =
                Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("cases.json"), "cases.json")) {
            return new String(cases.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(Map<?, ?> given) {
        String template = String.valueOf(given.get("template"));
        @Nullable Object error = given.get("error");
        if (error != null) {
            assertThatThrownBy(() -> render(template)).isInstanceOf(JinjaException.class);
        } else {
            assertThat(render(template)).isEqualTo(given.get("expected"));
        }
    }

    private static String render(String template) {
        return ProjectContext.environment().template("case", template).render(ProjectContext.create());
    }
}
