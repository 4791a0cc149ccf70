package basin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds that read only some of the rows.
final class NarrowedBuildTest {
    @TempDir
    Path folder;

    private HatProject hats;
    private Typed typed;

    @BeforeEach
    void layOut() {
        hats = HatProject.in(folder);
        typed = new Typed(folder);
        hats.write("models/days.sql", """
                {{ config(materialized='table', event_time='day') }}
                select date '2026-01-01' + i::integer as day from range(10) as r(i)
                """);
        hats.write("models/copied.sql", "{{ config(materialized='table') }} select day from {{ ref('days') }}");
        hats.write("models/in_batches.sql", """
                {{ config(materialized='incremental', incremental_strategy='microbatch', event_time='day',
                          batch_size='day', begin='2026-01-01') }}
                select day, {{ var('run', 1) }} as run from {{ ref('days') }}
                """);
    }

    @Test
    void anEmptyBuildMakesTablesWithoutRowsAndTheNextOneFillsThem() {
        assertThat(typed.basin("run", "-s", "days", "copied", "--empty").exitCode())
                .isZero();
        assertThat(hats.ask("select count(*) from main.copied")).isEqualTo("0");

        typed.basin("run", "-s", "days", "copied");

        assertThat(hats.ask("select count(*) from main.copied")).isEqualTo("10");
    }

    @Test
    void aSampleIsOfAStretchOfTime() {
        typed.basin("run", "-s", "days", "copied", "--sample", "{start: 2026-01-03, end: 2026-01-05}");
        assertThat(hats.ask("select count(*), min(day) from main.copied")).isEqualTo("2,2026-01-03");

        typed.basin("run", "-s", "copied");
        assertThat(hats.ask("select count(*) from main.copied")).isEqualTo("10");

        assertThat(typed.basin("run", "--sample", "few").err()).contains("'few' is no stretch of time", "3 days");
    }

    @Test
    void batchesOfAStretchOfTimeAreMadeAnewAndNoOthers() {
        typed.basin("run", "-s", "days", "in_batches", "--event-time-end", "2026-01-11");
        assertThat(hats.ask("select count(*), max(run) from main.in_batches")).isEqualTo("10,1");

        Typed.Seen seen = typed.basin(
                "run",
                "-s",
                "in_batches",
                "--vars",
                "{run: 2}",
                "--event-time-start",
                "2026-01-03",
                "--event-time-end",
                "2026-01-05");

        assertThat(seen.exitCode()).as(seen.err()).isZero();
        assertThat(hats.ask("select run, count(*), min(day) from main.in_batches group by run order by run"))
                .isEqualTo("1,8,2026-01-01\n2,2,2026-01-03");
    }
}
