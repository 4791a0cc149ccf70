package basin.app.demo;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A Postgres server on loopback and a free port, whose owner and everybody else needs a password. It is there
/// to be filled fast and thrown away: it doesn't wait for the disk.
final class ExampleServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String OWNER = "postgres";

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", HOST,
            "unix_socket_directories", "",
            "wal_level", "logical",
            "max_wal_size", "4GB",
            "maintenance_work_mem", "128MB",
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off");

    private final EmbeddedPostgres postgres;
    private final String ownerPassword;
    private final ServerFolder folder;

    private ExampleServer(EmbeddedPostgres postgres, String ownerPassword, ServerFolder folder) {
        this.postgres = postgres;
        this.ownerPassword = ownerPassword;
        this.folder = folder;
    }

    /// @throws ProblemException if the folder is in use by another, or the server doesn't come up
    static ExampleServer start(Path path) {
        ServerFolder folder = ServerFolder.claim(path);
        try {
            String password = Password.random();
            return new ExampleServer(start(folder, password), password, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            Problem problem = Problem.failed("the example database doesn't start", new Place.InFile(path));
            throw new ProblemException(problem.because(e.getMessage()), e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    String ownerPassword() {
        return ownerPassword;
    }

    @Override
    public void close() {
        try (folder) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(ServerFolder folder, String password) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.program().toFile())
                .setDataDirectory(folder.data())
                .setDataDirectoryCustomizer(ExampleServer::askForPasswords)
                .setConnectConfig("password", password)
                // Arguments of initdb, all of them, though the builder thinks of locales only.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("pwfile", folder.passwordFile(password).toString());
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        folder.forgetPassword();
        return postgres;
    }

    private static void askForPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                    host all         all 127.0.0.1/32 scram-sha-256
                    host replication all 127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
