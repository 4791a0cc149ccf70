package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole way of the example company: from its database over the lake and the models to the answers.
final class DemoTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode demo;

    @BeforeAll
    static void run() throws IOException {
        Typed.Seen seen = new Typed(folder).basin("demo", "--once", "--scale", "0.1", "--json");
        assertThat(seen.exitCode()).as(seen.err()).isZero();
        demo = new ObjectMapper().readTree(seen.out()).path("result");
    }

    @Test
    void everyModelIsMadeAndEveryTestFindsNothingWrong() {
        assertThat(demo.path("build").path("steps"))
                .hasSizeGreaterThan(100)
                .allSatisfy(step -> assertThat(step.path("status").asText()).isIn("success", "pass"));
    }

    @ParameterizedTest
    @CsvSource({"Late shipments, 5", "The products that earned most, 12", "Of the people, 12", "Revenue by month, 24"})
    void everyQuestionHasItsAnswer(String question, int rows) {
        assertThat(answer(question)).hasSize(rows);
    }

    @Test
    void theFaultyLampLosesItsPlace() {
        assertThat(answer("The products that earned most"))
                .anyMatch(row -> row.path("product").asText().startsWith("Dormouse sleep lamp")
                        && row.path("place_after").asInt() > row.path("place").asInt());
    }

    @Test
    void theCarrierThatNoLongerKeepsItsPromisesComesFirst() {
        assertThat(Objects.requireNonNull(answer("Late shipments").get(0))
                        .path("carrier")
                        .asText())
                .isEqualTo("Jabberwock Parcel");
    }

    private static JsonNode answer(String question) {
        for (JsonNode answer : demo.path("answers")) {
            if (answer.path("question").asText().startsWith(question)) {
                return answer.path("rows");
            }
        }
        throw new AssertionError("nobody asked: " + question);
    }
}
