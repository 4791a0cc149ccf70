package basin.core.project;

import basin.core.settings.Checked;
import basin.core.settings.Default;
import basin.core.settings.Distinct;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import basin.core.settings.Range;
import basin.core.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connector's settings as a connector would declare them.
@Doc("A database that tests pretend to read.")
record SampleSettings(
        @Doc("How to reach the database.") Connection connection,

        @Doc("What is read.") @Default("full") Mode mode,

        @Doc("The column that grows with each change; for mode `incremental`.") @Example("updated_at") @Nullable
        String cursor,

        @Doc("Which tables are read.") @Default("[public.*]") @Example("[public.*]") @Distinct @Range(min = 1)
        List<String> tables,

        @Doc("How many connections are opened at most.") @Default("4") @Range(min = 1, max = 64)
        int parallel,

        @Doc("How long to wait for a connection.") @Default("30s") @Example("30s")
        Duration timeout,

        @Doc("What is handed to the driver as it is.") @Default("{}")
        Map<String, String> options)
        implements Checked {

    static final SourceType TYPE = new SourceType("sample", SampleSettings.class);

    enum Mode {
        @Doc("All rows, each time.")
        FULL,
        @Doc("Rows that changed since the last time.")
        INCREMENTAL,
        CDC
    }

    @Doc("How to reach the database.")
    record Connection(
            @Doc("The server's name or address.") @Example("localhost")
            String host,

            @Doc("The server's port.") @Default("5432") @Example("5432") @Range(min = 1, max = 65535)
            int port,

            @Doc("The database's name.") @Example("shop") String database,

            @Doc("The user to connect as.") @Example("basin")
            String user,

            @Doc("The user's password.") @Example("\"${env:SHOP_PASSWORD}\"")
            Secret password,

            @Doc("Whether the connection is encrypted.") @Default("false") @Example("true")
            boolean tls) {}

    @Override
    public void check(Findings findings) {
        if (mode == Mode.INCREMENTAL && cursor == null) {
            findings.add("mode", "mode 'incremental' needs a 'cursor'", "add 'cursor: updated_at'");
        }
    }
}
