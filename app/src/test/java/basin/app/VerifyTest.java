package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyTest {

    private final PostgresDatabase database = PostgresServer.shared().createDatabase();

    @TempDir
    Path folder;

    @BeforeEach
    void aSourceThatWasSynced() throws IOException {
        database.execute(
                "create table hats (id int primary key, name text, price numeric(6, 2))",
                "insert into hats select i, 'hat ' || i, i * 1.5 from generate_series(1, 3000) i",
                "create table notes (what text)");
        Files.createFile(folder.resolve("basin.yml"));
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: %s, sslmode: disable}
                """.formatted(
                        database.host(), database.port(), database.name(), PostgresServer.SUPERUSER));
        assertThat(new Typed(folder).basin("sync", "shop").exitCode()).isZero();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void showsThatAllIsEqual() {
        Typed.Seen seen = new Typed(folder).basin("verify", "shop", "--quiet");

        assertThat(seen).isEqualTo(new Typed.Seen(0, """
                         table      │ source rows │ lake rows │ quarantined │ pieces │
                        ────────────┼─────────────┼───────────┼─────────────┼────────┼───────
                         shop.hats  │       3,000 │     3,000 │             │      5 │ equal
                         shop.notes │           0 │         0 │             │      1 │ equal
                        ✔ shop: 2 tables equal
                        """, ""));
    }

    @Test
    void showsWhatDiffersByItsKey() {
        database.execute(
                "set synchronous_commit = on",
                "update hats set name = null, price = 1 where id = 7",
                "delete from hats where id = 8",
                "insert into hats values (4000, 'new', 0)");

        Typed.Seen seen = new Typed(folder).basin("verify", "shop", "shop.hats", "--quiet");

        assertThat(seen.exitCode()).isOne();
        assertThat(seen.out())
                .contains("shop.hats │       3,000 │     3,000 │             │      5 │ 3 rows differ")
                .contains(
                        "shop.hats: 1 row with different values, 1 row missing in the lake, 1 row too many in the lake")
                .containsPattern("id=7 +│ different +│ name +│ <null> +│ hat 7\n")
                .containsPattern(" +│ +│ price +│ 1.00 +│ 10.50\n")
                .containsPattern("id=8 +│ too many in the lake")
                .containsPattern("id=4000 +│ missing in the lake")
                .contains("The lake stands at ")
                .endsWith("✘ shop: 1 table different\n");
    }

    @Test
    void tellsProgramsTheSame() {
        database.execute("update hats set name = 'other' where id = 7");

        Typed.Seen seen = new Typed(folder).basin("verify", "shop", "--json");

        assertThat(seen.exitCode()).isOne();
        assertThat(seen.out())
                .contains("\"equal\":false")
                .contains("\"changed\":1")
                .contains(
                        "{\"kind\":\"changed\",\"key\":{\"id\":\"7\"},\"values\":[{\"column\":\"name\",\"source\":\"other\",\"lake\":\"hat 7\"}]}");
    }

    @Test
    void aTableNobodyKnowsIsAnsweredWithOneThatIsMeant() {
        assertThat(new Typed(folder).basin("verify", "shop", "hat")).isEqualTo(new Typed.Seen(2, "", """
                        basin: the source offers no table 'hat'
                            fix: did you mean 'hats'?
                        """));
    }
}
