package basin.lake.catalog;

import java.nio.file.Path;

/// The database in which Basin keeps what is not in the lake.
public sealed interface SystemDatabase {

    /// What people call it, without credentials.
    String name();

    /// A file beside the lake: for one machine, any number of processes.
    record Sqlite(Path file) implements SystemDatabase {
        public Sqlite {
            file = file.toAbsolutePath().normalize();
        }

        @Override
        public String name() {
            return "system database (" + file + ")";
        }
    }

    /// A Postgres database.
    ///
    /// @param url      `jdbc:postgresql://host:port/database`; a user or a password in it is left out, since
    ///                 drivers and pools show it when something fails
    /// @param password may be empty; never shown
    record Postgres(String url, String user, String password) implements SystemDatabase {
        public Postgres {
            url = url.replaceFirst("//[^/?]*@", "//").replaceAll("(?i)([?&])(user|password)=[^&]*", "$1");
        }

        @Override
        public String name() {
            return "system database (" + url.replaceFirst("\\?.*", "") + ")";
        }

        @Override
        public String toString() {
            return "Postgres[url=" + url.replaceFirst("\\?.*", "") + ", user=" + user + "]";
        }
    }
}
