package basin.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/// A Postgres 18 on a free port of this machine, ready for logical replication.
///
/// The superuser [#SUPERUSER] needs no password; every other role must have one (SCRAM), over TCP,
/// replication included. Data is UTF-8 with the collation `C.UTF-8`. What is written need not survive the
/// machine, so it is not synced.
///
/// For any thread.
public final class PostgresServer implements AutoCloseable {
    public static final String SUPERUSER = "postgres";

    private static final Map<String, String> SETTINGS = Map.of(
            "wal_level", "logical",
            "max_connections", "200",
            "max_replication_slots", "100",
            "max_wal_senders", "100",
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off");

    private static final String WHO_MAY_COME_IN = """
            local all         all      trust
            host  all         postgres 127.0.0.1/32 trust
            host  all         postgres ::1/128      trust
            host  replication postgres 127.0.0.1/32 trust
            host  replication postgres ::1/128      trust
            host  all         all      127.0.0.1/32 scram-sha-256
            host  all         all      ::1/128      scram-sha-256
            host  replication all      127.0.0.1/32 scram-sha-256
            host  replication all      ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// The server that all tests of this JVM share, started by the first that asks and stopped with the JVM. Tests are
    /// kept apart by databases; a test that stops its server, or changes what all databases share, starts its own.
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /// A server of one's own, with these settings of `postgresql.conf` besides the usual ones; a test closes it.
    ///
    /// @throws UncheckedIOException if it does not come up; the cause tells what Postgres said
    public static PostgresServer start(Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries())
                .setDataDirectoryCustomizer(PostgresServer::writeAccessRules)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        try {
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not start", e);
        }
    }

    /// A new, empty database; the test that asked for it closes it.
    public PostgresDatabase createDatabase() {
        return PostgresDatabase.create(this, "test_" + databases.incrementAndGet());
    }

    public String host() {
        return "localhost";
    }

    public int port() {
        return postgres.getPort();
    }

    /// Lets the server crash, by killing one of its processes, and waits until it has recovered: every connection is
    /// broken, and what was written before and not lost is there again.
    public void crash() {
        PostgresDatabase maintenance = new PostgresDatabase(this, "postgres");
        try (Connection witness = maintenance.connect();
                Connection victim = maintenance.connect()) {
            long process = victim.unwrap(PGConnection.class).getBackendPID();
            ProcessHandle.of(process).orElseThrow().destroyForcibly();
            while (witness.isValid(0)) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new AssertionError("the server cannot be made to crash", e);
        }
        maintenance.awaitAnswer();
    }

    /// Stops the server at once, whoever is connected, and deletes its data.
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the server's programs are unpacked, once for all JVMs of a user: another user could not write there.
    private static File binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "basin-postgres-" + System.getProperty("user.name"))
                .toFile();
    }

    private static void writeAccessRules(File dataFolder) {
        try {
            Files.writeString(dataFolder.toPath().resolve("pg_hba.conf"), WHO_MAY_COME_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final PostgresServer SERVER = start(Map.of());
    }
}
