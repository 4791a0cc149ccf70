package basin.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.ProblemException;
import basin.core.problem.ProblemText;
import basin.testkit.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever somebody types into a project, the answer is a list of problems: never another failure, never a secret.
class GarbledProjectsTest {
    private static final String SETTINGS = """
            name: shop
            lake: {location: "s3://lake", access_key: "${env:KEY}", secret_key: "${secret:key}"}
            memory: 1GB
            """;
    private static final String TEMPLATE = """
            for_each: stores.csv
            name: "store_${row.code}"
            type: sample
            connection: &c
              {host: "${row.host:-localhost}", database: shop, user: basin, password: "${env:KEY}"}
            tables: [public.*, "${row.code}"]
            options: {ssl: 'on', <<: {a: 1}}
            """;
    private static final String ROWS = """
            code,host
            1,"one"
            2,
            """;

    private static final TemporaryFolder FOLDER = TemporaryFolder.create("garbled");

    /// A piece of a text that is replaced.
    ///
    /// @param at where it begins, of 1,000
    record Edit(int at, int length, String by) {
        String in(String text) {
            int from = Math.min(text.length(), at * text.length() / 1000);
            return text.substring(0, from) + by + text.substring(Math.min(text.length(), from + length));
        }
    }

    @BeforeContainer
    static void makeProject() throws IOException {
        Files.createDirectories(FOLDER.path().resolve("sources"));
    }

    @AfterContainer
    static void removeProject() {
        FOLDER.close();
    }

    @Property(tries = 300)
    void areAnsweredWithProblems(
            @ForAll @Size(max = 3) List<@From("edits") Edit> settings,
            @ForAll @Size(max = 4) List<@From("edits") Edit> template,
            @ForAll @Size(max = 2) List<@From("edits") Edit> rows)
            throws IOException {
        write("basin.yml", SETTINGS, settings);
        write("sources/stores.yml", TEMPLATE, template);
        write("sources/stores.csv", ROWS, rows);

        assertThat(told(FOLDER.path())).doesNotContain("Hunter-2!");
    }

    private static String told(Path folder) {
        try {
            return ProblemText.of(ProjectReading.of(
                            folder,
                            List.of(SampleSettings.TYPE),
                            Map.of("KEY", "Hunter-2!", "BASIN_SECRET_KEY", "Hunter-2!"))
                    .problems());
        } catch (ProblemException e) {
            return ProblemText.of(e.problems());
        }
    }

    private static void write(String file, String text, List<Edit> edits) throws IOException {
        String garbled = text;
        for (Edit edit : edits) {
            garbled = edit.in(garbled);
        }
        Files.writeString(FOLDER.path().resolve(file), garbled);
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> tokens = Arbitraries.of(
                "",
                " ",
                "\n",
                "\t",
                ":",
                ": ",
                "-",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "\"",
                "'",
                "&a ",
                "*a",
                "*c",
                "<<: ",
                "#",
                "|",
                ">",
                "!!int ",
                "!x ",
                "~",
                "${",
                "}",
                "${env:KEY}",
                "${secret:${env:KEY}}",
                "${row.host}",
                ":-",
                "$$",
                "?",
                "%",
                "@",
                "\u0000",
                "\uFEFF",
                "é",
                "---\n",
                "1e999",
                "null",
                ",",
                "\r");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 5),
                        tokens)
                .as(Edit::new);
    }
}
