package basin.connect.postgres.connection;

import basin.core.settings.Default;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Range;
import basin.core.settings.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a Postgres server is, and as whom to connect.
@Doc(
        "Where the server is, and as whom to connect. The user needs `connect` on the database, `usage` on the schemas and "
                + "`select` on the tables; the role `pg_read_all_data` has the last two.")
public record ConnectionSettings(
        @Doc("Name or address of the server.") @Example("db.example.com")
        String host,

        @Doc("Its port.") @Default("5432") @Range(min = 1, max = 65535)
        int port,

        @Doc("The database to read; a source reads one.") @Example("shop")
        String database,

        @Doc("The role to connect as.") @Example("basin") String user,

        @Doc("Its password; not needed where the server trusts the connection.")
        @Example("\"${env:SHOP_PASSWORD}\"")
        @Nullable
        Secret password,

        @Doc("Whether the connection is encrypted, and whose server is trusted; the words are those of libpq.")
        @Default("prefer")
        SslMode sslmode,

        @Doc("File with the certificates of the authorities to trust, in PEM form. If it is not given, those that Java "
                + "trusts are trusted.")
        @Nullable
        Path sslrootcert,

        @Doc("Settings of the server for these connections, such as `role` or `search_path`.") @Default("{}")
        Map<String, String> options) {

    /// How a connection is protected.
    public enum SslMode {
        @Doc("No encryption.")
        DISABLE,
        @Doc("Encrypted if the server can, otherwise not.")
        PREFER,
        @Doc("Encrypted; whoever the server is.")
        REQUIRE,
        @Doc("Encrypted, with a certificate of a trusted authority.")
        VERIFY_CA,
        @Doc("Encrypted, with a certificate of a trusted authority for this host.")
        VERIFY_FULL;

        /// Whether the server has to show a certificate that is trusted.
        boolean verifies() {
            return this == VERIFY_CA || this == VERIFY_FULL;
        }
    }
}
