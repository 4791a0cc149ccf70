package basin.model.properties;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTextTest {
    private static final Place.InFile HERE = new Place.InFile(Path.of("a.yml"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ref('orders') | ref('orders')",
                "ref(\"shop\", 'orders') | ref('shop', 'orders')",
                "{{ ref( 'orders', v = 2 ) }} | ref('orders', v=2)",
                "ref('orders', version='b') | ref('orders', v=b)"
            })
    void referencesAreRead(String written, String means) {
        assertThat(Objects.requireNonNull(CallText.parse(written, HERE)).ref()).hasToString(means);
    }

    @Test
    void aSourceHasTwoNames() {
        assertThat(Objects.requireNonNull(CallText.parse("source('raw', 'orders')", HERE))
                        .source())
                .hasToString("source('raw', 'orders')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orders", "ref()", "ref(orders)", "source('raw')", "ref('a', 'b', 'c')", "ref('a') + 1", "ref("})
    void anythingElseIsNone(String written) {
        assertThat(CallText.parse(written, HERE)).isNull();
    }
}
