package basin.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.Lag;
import basin.connect.change.Replica;
import basin.connect.postgres.change.CdcSettings;
import basin.connect.postgres.connection.ConnectionSettings;
import basin.connect.postgres.connection.ConnectionSettings.SslMode;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.settings.DataSize;
import basin.core.settings.Secret;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes wrong while changes are followed is said so that somebody can act on it, and costs no change.
class FollowingProblemTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();
    private final Replica replica = new Replica();

    @AfterEach
    void drop() {
        source(null, null).changes().orElseThrow().remove();
        database.close();
    }

    private PostgresSource source(@Nullable String user, @Nullable String publication) {
        ConnectionSettings superuser = Databases.connection(database);
        ConnectionSettings connection = user == null
                ? superuser
                : new ConnectionSettings(
                        superuser.host(),
                        superuser.port(),
                        superuser.database(),
                        user,
                        Secret.parse("secret"),
                        SslMode.DISABLE,
                        null,
                        Map.of());
        return new PostgresSource(
                database.name(),
                new PostgresSettings(
                        connection,
                        PostgresSettings.Mode.CDC,
                        Databases.patterns("public.*"),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        1,
                        DataSize.parse("1MiB"),
                        new CdcSettings("basin_" + database.name(), publication, true)));
    }

    private static Problem problem(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).isNotNull();
        return Objects.requireNonNull(thrown).problems().getFirst();
    }

    private String role() {
        String role = "follower_" + database.name();
        database.execute(
                "drop role if exists " + role,
                "create role %s login password 'secret'".formatted(role),
                "grant usage on schema public to " + role,
                "grant select on all tables in schema public to " + role,
                "grant create on database %s to %s".formatted(database.name(), role));
        return role;
    }

    private void dropRole(String role) {
        database.execute("drop owned by " + role, "drop role " + role);
    }

    @Test
    void whoDoesNotOwnTheTablesIsToldWhatTheirOwnerIsToRun() {
        database.execute("create table t (id int primary key)");
        String role = role();
        database.execute("alter role %s replication".formatted(role));
        ChangeFeed feed = source(role, null).changes().orElseThrow();
        Problem problem = problem(feed::prepare);
        assertThat(problem.what()).contains("may not publish the tables");
        assertThat(problem.remedy())
                .contains("create publication \"basin_%s\"".formatted(database.name()), "only \"public\".\"t\"");
        dropRole(role);
    }

    @Test
    void whoMayNotReplicateIsToldWhatToRun() {
        database.execute("create table t (id int primary key)", "create publication everything for all tables");
        String role = role();
        Problem problem = problem(source(role, "everything").changes().orElseThrow()::prepare);
        assertThat(problem.what()).isEqualTo("user '%s' may not follow changes".formatted(role));
        assertThat(problem.remedy()).isEqualTo("alter role \"%s\" replication".formatted(role));
        dropRole(role);
    }

    @Test
    void aPublicationThatIsThereWillDo() {
        database.execute(
                "create table t (id int primary key)",
                "create table other (id int primary key, n int generated always as (id + 1) stored)",
                "create publication everything for all tables");
        String role = role();
        database.execute("alter role %s replication".formatted(role));
        PostgresSource source = source(role, "everything");
        ChangeFeed feed = source.changes().orElseThrow();
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute("insert into t values (1)", "create table late (id int)", "insert into late values (1)");
            replica.catchUp(reader);
        }
        assertThat(replica.table("t")).hasSize(1);
        assertThat(replica.altered()).isEmpty();
        dropRole(role);
        assertThat(problem(source(null, "nothing").changes().orElseThrow()::prepare)
                        .what())
                .isEqualTo("there is no publication 'nothing'");
    }

    @Test
    void aSlotThatIsGoneIsSaidAndNotMadeAnewInSilence() {
        database.execute("create table t (id int primary key)");
        PostgresSource source = source(null, null);
        ChangeFeed feed = source.changes().orElseThrow();
        assertThat(problem(() -> feed.open(Map.of())).what()).startsWith("there is no replication slot");
        feed.prepare();
        replica.load(source);
        database.execute("select pg_drop_replication_slot('basin_%s')".formatted(database.name()));
        database.execute("insert into t values (1)");
        assertThat(problem(() -> feed.open(replica.positions())).what()).endsWith("is gone");
        Problem problem = problem(feed::prepare);
        assertThat(problem.what()).endsWith("is gone");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.ACTION);

        feed.remove();
        feed.prepare();
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute("insert into t values (2)");
            replica.catchUp(reader);
        }
        assertThat(replica.discontinued()).as("a table from before").containsKey("t");
        assertThat(replica.table("t")).isEmpty();
        replica.load(source);
        assertThat(replica.table("t")).hasSize(2);
    }

    @Test
    void ofTwoReadersTheSecondIsRefused() {
        database.execute("create table t (id int primary key)");
        PostgresSource source = source(null, null);
        ChangeFeed feed = source.changes().orElseThrow();
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            assertThat(reader.hasReached(reader.head())).isFalse();
            Problem problem = problem(() -> feed.open(replica.positions()));
            assertThat(problem.what()).endsWith("is being read");
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TRANSIENT);
        }
    }

    @Test
    void aConnectionThatIsCutIsATransientProblemAndCostsNothing() {
        database.execute("create table t (id int primary key)");
        PostgresSource source = source(null, null);
        ChangeFeed feed = source.changes().orElseThrow();
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            replica.catchUp(reader);
            database.execute(
                    "insert into t values (1)",
                    "select pg_terminate_backend(active_pid) from pg_replication_slots where database = current_database()");
            Problem problem = problem(() -> {
                for (int i = 0; i < 100; i++) {
                    reader.read(Duration.ofMillis(100), Long.MAX_VALUE, new Replica());
                }
            });
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TRANSIENT);
        }
        try (ChangeReader reader = feed.open(replica.positions())) {
            replica.catchUp(reader);
        }
        assertThat(replica.column("t", "id")).containsExactly(1);
    }

    @Test
    void theLagTellsWhatTheServerKeeps() {
        database.execute("create table t (id int primary key, filling text)");
        PostgresSource source = source(null, null);
        ChangeFeed feed = source.changes().orElseThrow();
        feed.prepare();
        replica.load(source);
        try (ChangeReader reader = feed.open(replica.positions())) {
            database.execute("insert into t select n, repeat('x', 1000) from generate_series(1, 1000) n");
            Lag lag = reader.lag();
            assertThat(lag.unread()).isGreaterThan(1_000_000);
            assertThat(lag.kept()).isGreaterThanOrEqualTo(lag.unread());
            assertThat(lag.spare()).isEmpty();
            replica.catchUp(reader);
            assertThat(reader.lag().unread()).isLessThan(1_000_000);
            assertThat(reader.lag().behind()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void closingEndsAReadUnderWay() throws InterruptedException {
        database.execute("create table t (id int primary key)");
        PostgresSource source = source(null, null);
        ChangeFeed feed = source.changes().orElseThrow();
        feed.prepare();
        ChangeReader reader = feed.open(Map.of());
        Thread closer = Thread.ofVirtual().start(reader::close);
        Problem problem = problem(() -> reader.read(Duration.ofMinutes(1), Long.MAX_VALUE, replica));
        closer.join();
        assertThat(problem.what()).isEqualTo("the reading was ended");
    }
}
