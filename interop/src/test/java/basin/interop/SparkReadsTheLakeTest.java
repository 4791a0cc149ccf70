package basin.interop;

import static org.assertj.core.api.Assertions.assertThat;

import basin.testkit.postgres.PostgresDatabase;
import basin.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Basin wrote, Spark reads: the same counts, sums and checksums, through Iceberg alone.
final class SparkReadsTheLakeTest {
    private static final Path BASIN = Path.of("..", "app", "target", "basin", "bin", "basin")
            .toAbsolutePath()
            .normalize();

    @TempDir
    static Path project;

    private static PostgresDatabase database;
    private static SparkSession spark;

    @BeforeAll
    static void syncADatabase() throws IOException, InterruptedException {
        database = PostgresServer.shared().createDatabase();
        database.execute(
                "create type mood as enum ('sad', 'ok', 'happy')",
                "create type point3 as (x int, y double precision, label text)",
                """
                create table everything (
                    id bigint primary key, flag boolean, small smallint, whole int, amount numeric(12, 2),
                    big numeric(38, 10), ratio real, precise double precision, name text, code uuid, born date,
                    seen timestamp, happened timestamptz, payload bytea, tags text[], numbers int[], place point3,
                    data jsonb, feeling mood, lasted interval, address inet)""",
                """
                insert into everything select
                    n, n % 3 = 0, (n % 30000)::int, (n * 31 % 2000000000)::int, n / 100.0, n * 12345.6789012345, n / 7.0,
                    sqrt(n), 'Ünïcode ' || n, md5(n::text)::uuid, date '1970-01-01' + (n % 40000)::int,
                    timestamp '1969-12-31 23:59:59.999999' + n * interval '1 hour',
                    timestamptz '2020-01-01 00:00:00+02' + n * interval '1 second', decode(md5(n::text), 'hex'),
                    array['a', null, n::text], array[n::int, null], row(n::int, n / 3.0, 'p' || n)::point3,
                    jsonb_build_object('n', n), 'happy', interval '1 day' * n, '10.0.0.1'
                from generate_series(1::bigint, 50000) n""",
                "insert into everything (id) values (0)",
                "create table keyless (a int, b text)",
                "insert into keyless select n % 10, 'same' from generate_series(1, 1000) n",
                "create table nothing (id int primary key)");
        Files.writeString(Files.createDirectories(project.resolve("sources")).resolve("shop.yml"), """
                name: shop
                type: postgres
                connection: {host: %s, port: %d, database: %s, user: postgres, password: none}
                mode: full
                tables: [public.*]
                """.formatted(
                        database.host(), database.port(), database.name()));
        basin("sync", "shop");
        spark = SparkSessions.on(project);
    }

    @AfterAll
    static void end() {
        if (spark != null) {
            spark.stop();
        }
        database.close();
    }

    @Test
    void countsAndSumsAreTheSame() throws IOException, InterruptedException {
        for (String question : List.of(
                "select count(*), count(flag), count(distinct name), sum(id), sum(small), sum(whole) from %s",
                "select sum(amount), sum(big), min(amount), max(big) from %s",
                "select min(born), max(born), count(distinct born) from %s",
                "select count(distinct code), min(code), max(name), min(feeling), max(lasted), min(address) from %s",
                "select count(*) from %s where name is null")) {
            assertThat(inSpark(question.formatted("basin.shop.everything")))
                    .as(question)
                    .isEqualTo(inBasin(question.formatted("shop.everything")));
        }
    }

    @Test
    void everyRowHasTheSameChecksum() throws IOException, InterruptedException {
        String perRow = """
                md5(concat_ws('|', cast(id as %1$s), name, code, cast(amount as %1$s), cast(big as %1$s), cast(born as %1$s),
                    data, feeling, lasted, address))""";
        assertThat(inSpark("select id, " + perRow.formatted("string")
                        + " from basin.shop.everything where id % 97 = 0 order by id"))
                .hasSizeGreaterThan(500)
                .isEqualTo(inBasin("select id, " + perRow.formatted("varchar")
                        + " from shop.everything where id % 97 = 0 order by id"));
    }

    @Test
    void momentsAreTheSameToTheMicrosecond() throws IOException, InterruptedException {
        assertThat(inSpark("select sum(cast(unix_micros(happened) as decimal(38, 0))), min(unix_micros(happened)), "
                        + "min(unix_micros(cast(seen as timestamp))), max(unix_micros(cast(seen as timestamp))) "
                        + "from basin.shop.everything"))
                .isEqualTo(inBasin("select sum(epoch_us(happened)::decimal(38, 0)), min(epoch_us(happened)), "
                        + "min(epoch_us(seen)), max(epoch_us(seen)) from shop.everything"));
    }

    @Test
    void nestedValuesAndBytesAreTheSame() throws IOException, InterruptedException {
        assertThat(inSpark(
                        "select sum(size(tags)), sum(numbers[0]), count(numbers[1]), sum(place.x), max(place.label), "
                                + "count(distinct payload), min(hex(payload)) from basin.shop.everything where id > 0"))
                .isEqualTo(
                        inBasin(
                                "select sum(len(tags)), sum(numbers[1]), count(numbers[2]), sum(place.x), "
                                        + "max(place.label), count(distinct payload), min(hex(payload)) from shop.everything where id > 0"));
    }

    @Test
    void tablesWithoutKeyOrRowsAreThereToo() throws IOException, InterruptedException {
        assertThat(inSpark("select count(*), sum(a), count(distinct b) from basin.shop.keyless"))
                .isEqualTo(inBasin("select count(*), sum(a), count(distinct b) from shop.keyless"));
        assertThat(inSpark("select count(*) from basin.shop.nothing")).containsExactly("0");
    }

    private static List<String> inSpark(String sql) {
        List<String> lines = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.length(); i++) {
                values.add(row.isNullAt(i) ? "" : row.get(i).toString());
            }
            lines.add(String.join(",", values));
        }
        return lines;
    }

    private static List<String> inBasin(String sql) throws IOException, InterruptedException {
        return basin("sql", "--format", "csv", sql).lines().skip(1).toList();
    }

    private static String basin(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(BASIN.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectError(project.resolve("errors.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        return Files.readString(project.resolve("errors.txt"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
        return output;
    }
}
