package basin.connect.postgres.change;

import basin.core.settings.Default;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Matches;
import org.jspecify.annotations.Nullable;

/// By what the changes of a database are followed.
@Doc(
        "By what changes are followed: a replication slot, in which the server keeps them until they are in the lake, and publications, "
                + "which say of which tables. The user needs the right to replicate (`alter role .. replication`), and has to own the tables, "
                + "unless somebody else makes the publication.")
public record CdcSettings(
        @Doc("The replication slot; made if it is not there. If it is not given: `basin_` and the source's name.")
        @Example("basin_shop")
        @Matches(value = "[a-z0-9_]{1,63}", meaning = "made of lower-case letters, digits and '_', 63 at most")
        @Nullable
        String slot,

        @Doc(
                "A publication that is there and that somebody else looks after, such as one `for all tables`. If it is not given, "
                        + "publications are made and kept up to date: one called like the slot for tables whose rows have an "
                        + "identity, and one with `_inserts` behind that for others, of which only inserts are heard.")
        @Example("all_tables")
        @Nullable
        String publication,

        @Doc(
                "Whether a slot that is made is kept on the server's standbys as well, so that changes go on after a fail-over; from "
                        + "Postgres 17 on.")
        @Default("true")
        boolean failover) {

    /// What holds where nothing is said.
    public static final CdcSettings USUAL = new CdcSettings(null, null, true);
}
