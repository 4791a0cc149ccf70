package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.connect.postgres.plan.ColumnSettings;
import basin.connect.postgres.plan.CursorSettings;
import basin.connect.postgres.types.As;
import basin.core.problem.Place;
import basin.core.problem.ProblemText;
import basin.core.problem.Problems;
import basin.core.rows.Type;
import basin.core.settings.DataSize;
import basin.core.settings.Environment;
import basin.core.settings.References;
import basin.core.settings.SecretStore;
import basin.core.settings.SettingsBinder;
import basin.core.yaml.YamlNode;
import basin.core.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in the file of a Postgres source.
class PostgresSettingsTest {

    private final Problems problems = new Problems();

    @Test
    void littleHasToBeSaid() {
        PostgresSettings settings = read("connection: {host: localhost, database: shop, user: basin}");
        assertThat(settings).isNotNull();
        assertThat(settings.connection().port()).isEqualTo(5432);
        assertThat(settings.connection().password()).isNull();
        assertThat(settings.connection().sslmode()).isEqualTo(SslMode.PREFER);
        assertThat(settings.mode()).isEqualTo(PostgresSettings.Mode.FULL);
        assertThat(settings.tables()).isEqualTo(Databases.patterns("public.*"));
        assertThat(settings.chunkSize()).isEqualTo(DataSize.parse("128MiB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 hour", "90 minutes", "1h30m", "1 day 12:00", "02:30:00", "PT1H", "1000", "0.5"})
    void aLookbackIsAnIntervalOrANumber(String lookback) {
        assertThat(readLookback(lookback)).isNotNull();
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 bananas", "soon", "1 hour'; drop table t", " "})
    void nothingElseIsALookback(String lookback) {
        readLookback(lookback);
        assertThat(problems.inReadingOrder())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.what()).isEqualTo("'lookback' is neither an interval nor a number"));
    }

    private @Nullable PostgresSettings readLookback(String lookback) {
        return read("""
                connection: {host: db, database: shop, user: basin}
                mode: incremental
                cursor: {public.orders: {column: updated_at, lookback: "%s"}}
                """.formatted(lookback));
    }

    @Test
    void muchCanBeSaid() {
        PostgresSettings settings = Objects.requireNonNull(read("""
                connection: {host: db, database: shop, user: basin, password: "${env:PASSWORD}", sslmode: verify-full}
                mode: incremental
                tables: [orders, sales.*]
                exclude: sales.old_*
                cursor: {public.orders: {column: updated_at, lookback: 1 hour}}
                columns:
                  orders: {exclude: [note], as: {amount: "decimal(38, 9)", id: uuid}}
                readers: 4
                chunk_size: 64MiB
                """));
        assertThat(Objects.requireNonNull(settings.connection().password()).reveal())
                .isEqualTo("hidden");
        assertThat(settings.connection().sslmode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(settings.exclude()).isEqualTo(Databases.patterns("sales.old_*"));
        assertThat(settings.cursor()).isEqualTo(Map.of("public.orders", new CursorSettings("updated_at", "1 hour")));
        assertThat(settings.columns())
                .isEqualTo(Map.of(
                        "orders",
                        new ColumnSettings(
                                List.of(),
                                List.of("note"),
                                Map.of("amount", new As.Decimal(new Type.Decimal(38, 9)), "id", new As.Uuid()))));
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void changesAreFollowedBySettingsOfTheirOwn() {
        PostgresSettings settings = Objects.requireNonNull(read("""
                connection: {host: db, database: shop, user: basin}
                mode: cdc
                cdc: {slot: shop_1, publication: everything, failover: false}
                """));
        assertThat(settings.mode()).isEqualTo(PostgresSettings.Mode.CDC);
        assertThat(settings.cdc()).isEqualTo(new CdcSettings("shop_1", "everything", false));
    }

    @Test
    void withoutFollowingThoseMeanNothing() {
        read("{connection: {host: db, database: shop, user: basin}, cdc: {slot: shop_1}}");
        assertThat(problems.inReadingOrder())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("'cdc' has a meaning in 'mode: cdc' only"));
    }

    @Test
    void mistakesAreAnsweredWithWhatWouldBeRight() {
        assertThat(read("""
                connection: {host: db, database: shop, user: basin, sslmode: verify}
                mode: cdd
                columns: {orders: {as: {amount: decimal(40, 2)}}}
                """)).isNull();
        assertThat(report())
                .contains("unknown")
                .contains("disable, prefer, require, verify-ca, verify-full")
                .contains("full, incremental, cdc")
                .contains("one of text, binary, uuid, time, decimal(precision, scale)");
    }

    @Test
    void whatDoesNotFitTogetherIsTold() {
        String connection = "connection: {host: db, database: shop, user: basin}\n";
        assertThat(read(connection + "mode: incremental\n")).isNull();
        assertThat(read(connection + "cursor: {orders: {column: id}}\n")).isNull();
        assertThat(read(connection + "chunk_size: 1KiB\n")).isNull();
        assertThat(read(connection + "columns: {orders: {include: [a], exclude: [b]}}\n"))
                .isNull();
        assertThat(report())
                .contains("'mode: incremental' needs a 'cursor'")
                .contains("'cursor' has no meaning in 'mode: full'")
                .contains("'chunk_size' must be at least 1MiB")
                .contains("'include' and 'exclude' cannot both be given");
    }

    private String report() {
        return ProblemText.of(problems.inReadingOrder());
    }

    private @Nullable PostgresSettings read(String yaml) {
        Path file = Path.of("sources/shop.yml");
        Environment environment = new Environment(Map.of("PASSWORD", "hidden"));
        YamlNode node = Objects.requireNonNull(YamlReader.parse(yaml, file, problems));
        return new SettingsBinder(
                        Path.of("/project"),
                        new References(environment, new SecretStore(environment, Path.of("/project"))),
                        problems)
                .bind(node, new Place.InFile(file), PostgresSettings.class);
    }
}
