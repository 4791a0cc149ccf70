package basin.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

class SettingsRoundTripTest {
    private static final Path FOLDER = Path.of("/project");
    private static final Environment EMPTY = new Environment(Map.of());
    private static final References NO_REFERENCES = new References(EMPTY, new SecretStore(EMPTY, FOLDER));
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SettingsSchema.of(AllShapes.class, "all shapes"));

    @Property(tries = 200)
    void whatIsWrittenIsReadBackAndTheSchemaAgrees(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = -5) int number,
            @ForAll long largeNumber,
            @ForAll("fractions") double fraction,
            @ForAll boolean truth,
            @ForAll @LongRange(max = 100_000_000_000L) long milliseconds,
            @ForAll @LongRange long bytes,
            @ForAll AllShapes.Colour colour,
            @ForAll @Size(max = 3) List<@From("texts") String> list,
            @ForAll @Size(max = 3) Map<@From("texts") String, Integer> named,
            @ForAll @Size(max = 3) List<AllShapes.@From("points") Point> groups,
            @ForAll("forms") AllShapes.Form form) {
        AllShapes settings = new AllShapes(
                text,
                number,
                largeNumber,
                fraction,
                truth,
                Duration.ofMillis(milliseconds),
                new DataSize(bytes),
                FOLDER.resolve("data/in"),
                Secret.parse(text),
                colour,
                list,
                named,
                new AllShapes.Point(number, number),
                groups,
                form,
                truth ? null : text,
                new AllShapes.Point(1, 2));
        ObjectNode written = AllShapesYaml.of(settings);

        assertThat(read(written.toPrettyString())).isEqualTo(settings);
        assertThat(SCHEMA.validate(written)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(" ab\"'\\:#{}[]$,*&!|>%@`-?\n\té漢")
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles().between(-1e30, 1e30);
    }

    @Provide
    Arbitrary<AllShapes.Point> points() {
        return Arbitraries.integers().map(x -> new AllShapes.Point(x, -5));
    }

    @Provide
    Arbitrary<AllShapes.Form> forms() {
        return Arbitraries.oneOf(
                fractions().map(AllShapes.Form.Circle::new), fractions().map(AllShapes.Form.Square::new));
    }

    private static AllShapes read(String yaml) {
        Problems problems = new Problems();
        Path file = Path.of("all.yml");
        YamlNode node = YamlReader.parse(yaml, file, problems);
        AllShapes settings = node == null
                ? null
                : new SettingsBinder(FOLDER, NO_REFERENCES, problems)
                        .bind(node, new Place.InFile(file), AllShapes.class);
        Assertions.assertNotNull(settings, () -> ProblemText.of(problems.inReadingOrder()));
        return settings;
    }
}
