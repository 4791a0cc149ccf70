package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import basin.core.problem.ProblemException;
import basin.core.problem.ProblemText;
import basin.core.settings.DataSize;
import basin.core.settings.Doc;
import basin.core.settings.Secret;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    private static final String CONNECTION =
            "connection: {host: localhost, database: shop, user: basin, password: x}\n";

    @Test
    void allThatIsWrittenIsRead() throws URISyntaxException {
        Path folder = right("company");

        Project project = read(folder).sound();

        assertThat(project.name()).isEqualTo("madhatter");
        assertThat(project.folder()).isEqualTo(folder);
        assertThat(project.lakeLocation()).isEqualTo(new LakeLocation.InBucket("company-lake", "basin"));
        Secret key = Secret.parse("from-the-env-file");
        PostgresCatalog catalog = new PostgresCatalog("postgresql://db:5432/basin", "basin", key);
        assertThat(catalog.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/basin");
        assertThat(project.settings())
                .isEqualTo(new BasinSettings(
                        "madhatter",
                        new LakeSettings(
                                new LakeLocation.InBucket("company-lake", "basin"),
                                "http://localhost:9000",
                                "eu-central-1",
                                key,
                                Secret.parse("hidden"),
                                true),
                        new CatalogSettings(catalog),
                        EngineKind.DUCKDB,
                        DataSize.parse("2GiB"),
                        3,
                        Duration.ofMinutes(90),
                        List.of(Path.of("/data/drops"), folder.resolve("data/more")),
                        Duration.ofSeconds(1),
                        Path.of("/var/lib/basin")));
        assertThat(project.toString()).doesNotContain("from-the-env-file", "hidden");
    }

    @Test
    void sourcesComeFromFilesAndFromRows() throws URISyntaxException {
        Project project = read(right("company")).sound();

        assertThat(project.sources())
                .extracting(SourceDefinition::name, source -> source.place().toString(), SourceDefinition::tags)
                .containsExactly(
                        tuple("shop", "sources/shop.yml:1:7", List.of("daily")),
                        tuple("store_de1", "sources/eu/stores.csv:2", List.of("stores", "north")),
                        tuple("store_fr1", "sources/eu/stores.csv:3", List.of("stores", "elsewhere")));
        SourceDefinition shop = project.sources().getFirst();
        assertThat(shop.type()).isEqualTo("sample");
        assertThat(shop.description()).isEqualTo("Orders of the web shop");
        assertThat(shop.settings(SampleSettings.class))
                .isEqualTo(new SampleSettings(
                        new SampleSettings.Connection(
                                "db.example.com", 5432, "shop", "basin", Secret.parse("none"), false),
                        SampleSettings.Mode.INCREMENTAL,
                        "updated_at",
                        List.of("public.orders"),
                        4,
                        Duration.ofSeconds(30),
                        Map.of("application_name", "basin", "ssl_mode", "require")));
        assertThat(project.sources())
                .extracting(source ->
                        source.settings(SampleSettings.class).connection().port())
                .containsExactly(5432, 5433, 5432);
    }

    @Test
    void aFolderOfADbtProjectOrOfSourcesAloneIsAProject() throws URISyntaxException {
        Project dbt = read(right("only-dbt")).sound();
        Project sources = read(right("only-sources")).sound();

        assertThat(dbt.name()).isEqualTo("only-dbt");
        assertThat(dbt.lakeLocation())
                .isEqualTo(new LakeLocation.OnDisk(dbt.folder().resolve(".basin/lake")));
        assertThat(dbt.settings().memory()).isEqualTo(DataSize.parse("512MB"));
        assertThat(dbt.settings().state()).isEqualTo(dbt.folder().resolve(".basin"));
        assertThat(sources.sources()).extracting(SourceDefinition::name).containsExactly("shop");
    }

    @Test
    void whatIsNoProjectIsSaidSo(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> read(folder.resolve("missing")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("a project is a folder, but this is a file");
        assertThatThrownBy(() -> read(folder))
                .hasMessageStartingWith(folder + ": this folder is no project: it has no basin.yml")
                .hasMessageContaining("fix: name the project's folder with --project, or begin one with 'basin init'");
    }

    @Test
    void oneBadSourceHarmsNoOther(@TempDir Path folder) throws IOException {
        write(folder, "sources/good.yml", "name: good\ntype: sample\n" + CONNECTION);
        write(folder, "sources/bad.yml", "name: bad\ntype: sample\nmode: fast\n" + CONNECTION);
        write(folder, "sources/torn.yml", "name: [\n");
        write(
                folder,
                "sources/stores.yml",
                "for_each: s.csv\nname: \"store_${row.code}\"\ntype: sample\n" + CONNECTION);
        write(folder, "sources/s.csv", "code\n1\n2\nDREI\n2\n");

        ProjectReading reading = read(folder);

        assertThat(reading.project().sources())
                .extracting(SourceDefinition::name)
                .containsExactly("good", "store_1");
        assertThat(reading.broken()).containsOnlyKeys("bad", "store_2", "store_DREI");
        assertThat(reading.problems()).hasSize(4);
        assertThat(reading.source("good").type()).isEqualTo("sample");
        assertThatThrownBy(() -> reading.source("bad"))
                .hasMessage("sources/bad.yml:3:7: unknown mode 'fast'; one of full, incremental, cdc");
        assertThatThrownBy(() -> reading.source("store_2"))
                .hasMessageStartingWith("sources/s.csv:5: there is a source 'store_2' already");
        assertThatThrownBy(() -> reading.source("goood")).hasMessage("""
                        unknown source 'goood'; one of bad, good, store_1, store_2, store_DREI
                            fix: did you mean 'good'?
                        sources/torn.yml:2:1: not valid YAML: a bracket is never closed
                            fix: close it, or put it into quotes""");
        assertThatThrownBy(reading::sound).hasMessage(ProblemText.of(reading.problems()));
    }

    @Test
    void aTemplateThatIsWrongMakesNoSources(@TempDir Path folder) throws IOException {
        write(
                folder,
                "sources/s.yml",
                "for_each: s.csv\nname: a\nname: \"s_${row.code}\"\ntype: sample\n" + CONNECTION);
        write(folder, "sources/s.csv", "code\n1\n");

        ProjectReading reading = read(folder);

        assertThat(reading.project().sources()).isEmpty();
        assertThat(ProblemText.of(reading.problems())).startsWith("sources/s.yml:3:1: 'name' is given twice");
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void aTableBehindALinkOutOfTheProjectIsOutside(@TempDir Path folder) throws IOException {
        Path outside = write(folder, "elsewhere/stores.csv", "code\n1\n");
        Path project = folder.resolve("project");
        write(
                project,
                "sources/stores.yml",
                "for_each: stores.csv\nname: \"s_${row.code}\"\ntype: sample\n" + CONNECTION);
        Files.createSymbolicLink(project.resolve("stores.csv"), outside);

        assertThat(ProblemText.of(read(project).problems()))
                .startsWith("sources/stores.yml:1:11: 'stores.csv' is outside of the project folder");
    }

    @Test
    void aConnectorCannotDeclareWhatEverySourceHas() {
        record Greedy(@Doc("Taken.") String name) {}

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceType("greedy", Greedy.class))
                .withMessageContaining("declares 'name', which every source has already");
    }

    private static ProjectReading read(Path folder) {
        return ProjectReading.of(folder, List.of(SampleSettings.TYPE), Map.of());
    }

    private static Path right(String project) throws URISyntaxException {
        URL folder = ProjectTest.class.getResource("/projects/right/" + project);
        assertThat(folder).isNotNull();
        return Path.of(folder.toURI());
    }

    private static Path write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Path parent = path.getParent();
        assertThat(parent).isNotNull();
        Files.createDirectories(parent);
        return Files.writeString(path, text);
    }
}
