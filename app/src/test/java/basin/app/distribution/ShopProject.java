package basin.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.stream.TableName;
import basin.lake.LakeSettings;
import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A project with one source, `shop`, that a user works on with the program.
///
/// @param folder the project's
record ShopProject(Path folder) implements Installed {
    /// Writes the source's file: every table of a database, in small chunks.
    ///
    /// @param lines what else it says
    ShopProject reading(PostgresDatabase database, String... lines) throws IOException {
        return readingAs(PostgresServer.SUPERUSER, "none", database, lines);
    }

    /// As above, as another user.
    ShopProject readingAs(String user, String password, PostgresDatabase database, String... lines) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: %s, password: %s, sslmode: disable}
                tables: [public.*]
                chunk_size: 4MiB
                %s
                """.formatted(
                        database.host(), database.port(), database.name(), user, password, String.join("\n", lines)));
        return this;
    }

    /// What the program says is wrong, which is one thing and said in words.
    static String failure(Shell.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.output() + outcome.errors()).isEqualTo(1);
        assertThat(outcome.errors()).containsOnlyOnce("    fix: ").doesNotContain("\tat ", "Exception");
        return outcome.errors();
    }

    /// How many files upkeep finds in the folders of the source's tables that nothing names.
    int filesThatNothingNames(String... tables) {
        return filesThatNothingNames(lake(), tables);
    }

    /// As above, in a lake that lies elsewhere.
    static int filesThatNothingNames(LakeSettings settings, String... tables) {
        return Installed.filesThatNothingNames(
                settings,
                Stream.of(tables).map(table -> new TableName("shop", table)).toList());
    }
}
