package basin.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import basin.core.problem.Place;
import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SettingsBinderTest {
    private static final Path FOLDER = Path.of("/project");
    private static final Path FILE = Path.of("a.yml");

    private final Problems problems = new Problems();

    record Lists(
            @Doc("Some.") @Default("[]") List<String> some,
            @Doc("Sizes.") @Default("{}") Map<String, DataSize> sizes) {}

    @Test
    void oneItemNeedsNoBrackets() {
        assertThat(read("some: orders", Lists.class)).isEqualTo(new Lists(List.of("orders"), Map.of()));
        assertThat(read("some: [orders, lines]\nsizes: {small: 1KB}", Lists.class))
                .isEqualTo(new Lists(List.of("orders", "lines"), Map.of("small", new DataSize(1000))));
    }

    record Defaults(
            @Doc("A word.") @Default("light-blue") AllShapes.Colour colour,
            @Doc("A path.") @Default("data") Path path,
            @Doc("A number.") @Default("7") int number,
            @Doc("A size.") @Nullable DataSize size) {}

    @Test
    void whatIsNotWrittenHasItsDefaultAndAnEmptyValueIsNotWritten() {
        Defaults defaults = new Defaults(AllShapes.Colour.LIGHT_BLUE, Path.of("/project/data"), 7, null);

        assertThat(read("", Defaults.class)).isEqualTo(defaults);
        assertThat(read("number:\nsize: null\n", Defaults.class)).isEqualTo(defaults);
    }

    @Test
    void aTextIsWhatIsWrittenWhateverYamlTakesItFor() {
        record Texts(
                @Doc("A.") String a,
                @Doc("B.") String b,
                @Doc("C.") String c) {}

        assertThat(read("a: 1.10\nb: true\nc: 0042\n", Texts.class)).isEqualTo(new Texts("1.10", "true", "0042"));
    }

    @Test
    void wordsMayBeWrittenWithEitherKindOfDash() {
        assertThat(read("colour: light_blue", Defaults.class))
                .isEqualTo(read("colour: light-blue", Defaults.class))
                .isNotNull();
    }

    record Forms(@Doc("A form.") AllShapes.Form form) {}

    @Test
    void theTypeChoosesAmongTheRecordsOfASealedInterface() {
        assertThat(read("form: {type: circle, radius: 2}", Forms.class))
                .isEqualTo(new Forms(new AllShapes.Form.Circle(2)));

        assertThat(read("form: {type: sqare, width: 2}", Forms.class)).isNull();
        assertThat(read("form: {width: 2}", Forms.class)).isNull();
        assertThat(read("form: {type: circle, width: 2}", Forms.class)).isNull();
        assertThat(told()).isEqualTo("""
                        a.yml:1:1: 'form.type' is missing; one of circle, square
                            fix: add 'type: ...'
                        a.yml:1:1: 'form.radius' is missing
                            fix: add 'radius: 1.5'
                        a.yml:1:14: unknown form.type 'sqare'; one of circle, square
                            fix: did you mean 'square'?
                        a.yml:1:22: unknown setting 'form.width'; one of type, radius""");
    }

    @Test
    void aRecordThatBreaksTheRulesOfDeclarationsIsToldWhich() {
        record Silent(String name) {}
        record Contradictory(
                @Doc("A.") @Default("x") @Nullable String name) {}
        record Unlimited(@Doc("A.") @Range(min = 1) String name) {}
        record Unwritable(@Doc("A.") Thread thread) {}
        record Unparseable(@Doc("A.") @Default("[") List<String> list) {}

        assertRule(Silent.class, "needs a @Doc");
        assertRule(Contradictory.class, "is either @Nullable or has a @Default");
        assertRule(Unlimited.class, "has a @Range, but is neither a number nor a list");
        assertRule(Unwritable.class, "has a type that no file can hold");
        assertRule(Unparseable.class, "has a @Default that is not YAML");
    }

    private static void assertRule(Class<? extends Record> settings, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(settings))
                .withMessageContaining(settings.getName())
                .withMessageContaining(rule);
    }

    private <T extends Record> @Nullable T read(String yaml, Class<T> type) {
        YamlNode node = YamlReader.parse(yaml, FILE, problems);
        Assertions.assertNotNull(node);
        Environment environment = new Environment(Map.of());
        return new SettingsBinder(FOLDER, new References(environment, new SecretStore(environment, FOLDER)), problems)
                .bind(node, new Place.InFile(FILE), type);
    }

    private String told() {
        return ProblemText.of(problems.inReadingOrder());
    }
}
