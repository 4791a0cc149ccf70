package basin.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Place;
import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import basin.core.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    private static final Place.InFile PLACE = new Place.InFile(Path.of("a.yml"), 3, 7);
    private static final Environment ENVIRONMENT = new Environment(
            Map.of("HOST", "db.example.com", "EMPTY", "", "STAGE", "prod", "BASIN_SECRET_SHOP_PROD", "hunter2"));
    private static final Row ROW =
            new Row(new Place.InFile(Path.of("stores.csv"), 7, 0), new TreeMap<>(Map.of("code", "prod", "url", "")));

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "${env:HOST}, db.example.com",
        "https://${env:HOST}/${row.code}, https://db.example.com/prod",
        "${env:MISSING:-localhost}, localhost",
        "${env:EMPTY:-localhost}, localhost",
        "${env:EMPTY}x, x",
        "${env:MISSING:-}x, x",
        "${env:MISSING:-${env:HOST}:5432}, db.example.com:5432",
        "${secret:shop-${row.code}}, hunter2",
        "${secret:shop_${env:STAGE}}, hunter2",
        "${row.url:-none}, none",
        "$${env:HOST}, ${env:HOST}",
        "$$ {}, $$ {}",
        "100$, 100$"
    })
    void referencesAreFollowed(String written, String value) {
        assertThat(follow(written)).isEqualTo(value);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Property
    void aTextWithoutReferencesStandsForItself(@ForAll String text) {
        String literal = text.replace("${", "$");

        assertThat(follow(literal)).isEqualTo(literal);
        assertThat(follow(literal.replace("$", "") + "$${")).isEqualTo(literal.replace("$", "") + "${");
    }

    @Test
    void everyReferenceThatLeadsNowhereIsAProblem() {
        assertThat(follow("${env:MISSING} ${secret:missing} ${row.cod}")).isNull();

        assertThat(told()).isEqualTo("""
                        a.yml:3:7: the environment variable 'MISSING' is not set
                            fix: set it, add it to the file .env, or give a default: ${env:MISSING:-...}
                        a.yml:3:7: there is no secret 'missing'
                            fix: set the environment variable BASIN_SECRET_MISSING, or write it to the file .basin/secrets/missing with mode 600
                        a.yml:3:7: unknown column 'cod' of stores.csv; one of code, url
                            fix: did you mean 'code'?""");
    }

    @Test
    void whatTheEnvironmentHoldsIsNotRepeatedEvenInAName() {
        assertThat(follow("${secret:erp_${env:STAGE}}")).isNull();

        assertThat(told()).contains("there is no secret '...'").doesNotContain("prod");
    }

    @Test
    void theProcessGoesBeforeTheEnvFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # kept out of version control
                HOST=from-file
                export PORT = 5432
                QUOTED="a # b"

                URL='postgres://x?a=b'
                """);

        Environment environment = Environment.of(Map.of("HOST", "from-process"), folder, problems);

        assertThat(problems.isEmpty()).isTrue();
        assertThat(environment.variables())
                .isEqualTo(
                        Map.of("HOST", "from-process", "PORT", "5432", "QUOTED", "a # b", "URL", "postgres://x?a=b"));
        assertThat(environment.toString()).doesNotContain("from");
    }

    @Test
    void aSecretFileIsReadOnlyIfItsOwnerAloneCan(@TempDir Path folder) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve(".basin/secrets"));
        Path file = Files.writeString(secrets.resolve("erp"), "hunter2\n");
        References references = new References(ENVIRONMENT, new SecretStore(ENVIRONMENT, folder));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(references.text(scalar("${secret:erp}"), problems)).isNull();
        assertThat(told()).isEqualTo("""
                        .basin/secrets/erp: the secret can be read by others than its owner
                            fix: chmod 600 .basin/secrets/erp""");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(references.text(scalar("${secret:erp}"), problems)).isEqualTo("hunter2");
    }

    private @Nullable String follow(String written) {
        SecretStore secrets = new SecretStore(ENVIRONMENT, Path.of("nowhere"));
        return new References(ENVIRONMENT, secrets).within(ROW).text(scalar(written), problems);
    }

    private static YamlScalar scalar(String text) {
        return new YamlScalar(PLACE, text, YamlScalar.Kind.TEXT);
    }

    private String told() {
        return ProblemText.of(problems.inReadingOrder());
    }
}
