package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.connect.postgres.connection.Connector;
import basin.testkit.postgres.PostgresServer;
import basin.testkit.postgres.SelfSignedCertificate;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server whose certificate nobody has signed: each mode asks as much of it as its words say.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptionTest {

    @TempDir
    static Path folder;

    private @Nullable PostgresServer server;
    private @Nullable SelfSignedCertificate certificate;

    @BeforeAll
    void start() {
        certificate = SelfSignedCertificate.in(folder);
        server = PostgresServer.start(certificate.settings());
    }

    @AfterAll
    void stop() {
        server().close();
    }

    @ParameterizedTest
    @EnumSource(
            value = SslMode.class,
            names = {"PREFER", "REQUIRE"})
    void encryptsWhoeverTheServerIs(SslMode mode) throws SQLException {
        assertThat(isEncrypted(mode, null)).isTrue();
    }

    @Test
    void doesNotEncryptWhereItIsNotWanted() throws SQLException {
        assertThat(isEncrypted(SslMode.DISABLE, null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = SslMode.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void verifiesWhereItIsWanted(SslMode mode) throws SQLException {
        assertThatThrownBy(() -> isEncrypted(mode, null)).hasMessageContaining("no encrypted connection comes about");
        assertThat(isEncrypted(mode, certificate().certificate())).isTrue();
    }

    private boolean isEncrypted(SslMode mode, @Nullable Path trusted) throws SQLException {
        ConnectionSettings settings = new ConnectionSettings(
                server().host(), server().port(), "postgres", PostgresServer.SUPERUSER, null, mode, trusted, Map.of());
        try (Connection connection = new Connector("shop", settings).open();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private PostgresServer server() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    private SelfSignedCertificate certificate() {
        if (certificate == null) {
            throw new IllegalStateException("not made");
        }
        return certificate;
    }
}
