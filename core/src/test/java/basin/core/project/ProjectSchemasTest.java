package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.settings.SettingsExample;
import basin.core.settings.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSchemasTest {
    private static final Map<String, ObjectNode> SCHEMAS = ProjectSchemas.of(List.of(SampleSettings.TYPE));

    @ParameterizedTest
    @ValueSource(
            strings = {"company/sources/shop.yml", "company/sources/eu/stores.yaml", "only-sources/sources/shop.yml"})
    void acceptSourcesThatAreRight(String file) throws IOException, URISyntaxException {
        assertThat(validate("source.schema.json", read("right/" + file))).isEmpty();
    }

    @Test
    void acceptAProjectThatIsRight() throws IOException, URISyntaxException {
        assertThat(validate("basin.schema.json", read("right/company/basin.yml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-setting",
                "unknown-nested-setting",
                "unknown-word",
                "unknown-type",
                "missing-settings",
                "missing-name",
                "missing-type",
                "not-a-number",
                "number-out-of-range",
                "not-a-duration",
                "list-for-a-mapping",
                "mapping-for-a-text",
                "name-with-capitals",
                "no-tables",
                "table-twice"
            })
    void refuseSourcesThatAreWrongInWaysAnEditorCanSee(String project) throws IOException, URISyntaxException {
        assertThat(validate("source.schema.json", read("wrong/" + project + "/sources/shop.yml")))
                .isNotEmpty();
    }

    @Test
    void describeEverySettingWithItsDefault() {
        JsonNode parallel = schema("source.schema.json").at("/oneOf/0/properties/parallel");

        assertThat(parallel).hasToString("""
                        {"anyOf":[{"type":"integer","minimum":1,"maximum":64},\
                        {"type":"string","pattern":"\\\\$\\\\{.+\\\\}"}],\
                        "description":"How many connections are opened at most.","default":4}""");
        assertThat(schema("source.schema.json").at("/oneOf/0/required"))
                .hasToString("[\"name\",\"connection\",\"type\"]");
        assertThat(schema("basin.schema.json").at("/$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void agreeWithTheExamplesWhichAreRightThemselves(@TempDir Path folder) throws IOException {
        String settings = SettingsExample.of(BasinSettings.class);
        String source = "name: shop\ntype: sample\n" + SettingsExample.of(SampleSettings.class);
        Files.writeString(folder.resolve("basin.yml"), settings);
        Files.createDirectory(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/shop.yml"), source);
        Map<String, String> environment =
                Map.of("SHOP_PASSWORD", "x", "LAKE_ACCESS_KEY", "x", "CATALOG_PASSWORD", "x", "BASIN_SECRET_LAKE", "x");

        assertThat(ProjectReading.of(folder, List.of(SampleSettings.TYPE), environment)
                        .problems())
                .isEmpty();
        assertThat(validate("basin.schema.json", settings)).isEmpty();
        assertThat(validate("source.schema.json", source)).isEmpty();
    }

    @Test
    void theReferencePageHasARowForEverySetting() {
        String page = ProjectReference.page(List.of(SampleSettings.TYPE));

        assertThat(Shape.of(BasinSettings.class).settings())
                .allSatisfy(setting -> assertThat(page).contains("| `" + setting.name() + "` | "));
        assertThat(page)
                .contains("## Sources of `type: sample`\n\nA database that tests pretend to read.\n")
                .contains("### `connection`\n\nHow to reach the database.\n")
                .contains(
                        "| `port` | a whole number between 1 and 65535 | `5432` | The server's port. Example: `port: 5432` |")
                .contains("| `host` | a text | required | The server's name or address. Example: `host: localhost` |")
                .contains("| `password` | a secret | required | ")
                .contains(
                        "| `mode` | `full`, `incremental`, `cdc` | `full` | What is read. `full`: All rows, each time. ")
                .contains("| `tables` | one or a list: a text, at least 1 of them | `[public.*]` | ")
                .contains("```yaml\nname: shop\ntype: sample\nconnection:\n  host: localhost\n");
    }

    private static JsonNode schema(String name) {
        ObjectNode schema = SCHEMAS.get(name);
        assertThat(schema).isNotNull();
        return schema;
    }

    private static Set<ValidationMessage> validate(String name, String yaml) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(name));
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String read(String file) throws IOException, URISyntaxException {
        URL resource = ProjectSchemasTest.class.getResource("/projects/" + file);
        assertThat(resource).isNotNull();
        return Files.readString(Path.of(resource.toURI()));
    }
}
