package basin.core.project;

import basin.core.settings.Checked;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import basin.core.settings.Matches;
import basin.core.settings.Secret;
import java.util.regex.Pattern;

/// A catalog in a Postgres database.
@Doc("The Postgres database that holds the catalog; its tables are created on first use.")
public record PostgresCatalog(
        @Doc("The database's address.")
        @Example("postgresql://db.example.com:5432/basin")
        @Matches(value = "(jdbc:)?postgres(ql)?://.+", meaning = "an address such as postgresql://host:5432/database")
        String url,

        @Doc("The user to connect as.") @Example("basin") String user,

        @Doc("The user's password.") @Example("\"${env:CATALOG_PASSWORD}\"")
        Secret password)
        implements Checked {

    /// A password in the address would stand in messages and logs.
    private static final Pattern CREDENTIALS =
            Pattern.compile("//[^/?]*@|[?&](user|password)=", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Findings findings) {
        if (CREDENTIALS.matcher(url).find()) {
            findings.add(
                    "url",
                    "'catalog.postgres.url' has a user or a password in it",
                    "take them out, and set 'catalog.postgres.user' and 'catalog.postgres.password'");
        }
    }

    /// The address as a JDBC driver wants it: `jdbc:postgresql://...`.
    public String jdbcUrl() {
        return "jdbc:postgresql:" + url.substring(url.indexOf("//"));
    }
}
