package basin.core.project;

import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Matches;
import basin.core.settings.Secret;

/// A catalog in a Postgres database.
@Doc("The Postgres database that holds the catalog; its tables are created on first use.")
public record PostgresCatalog(
        @Doc("The database's address.")
        @Example("postgresql://db.example.com:5432/basin")
        @Matches(value = "(jdbc:)?postgres(ql)?://.+", meaning = "an address such as postgresql://host:5432/database")
        String url,

        @Doc("The user to connect as.") @Example("basin") String user,

        @Doc("The user's password.") @Example("\"${env:CATALOG_PASSWORD}\"")
        Secret password) {

    /// The address as a JDBC driver wants it: `jdbc:postgresql://...`.
    public String jdbcUrl() {
        return "jdbc:postgresql:" + url.substring(url.indexOf("//"));
    }
}
