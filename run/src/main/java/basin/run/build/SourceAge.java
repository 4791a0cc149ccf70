package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.stream.TableName;
import basin.engine.workspace.WorkspaceSession;
import basin.lake.Lake;
import basin.lake.LakeTable;
import basin.model.adapter.Table;
import basin.model.resource.Freshness;
import basin.model.resource.Freshness.Age;
import basin.model.resource.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How old the newest row of a source's table is: by the column or the query that the project names for
/// it, and where it names none by the last commit that brought rows to the table.
public final class SourceAge {
    private final Lake lake;
    private final WorkspaceSession session;

    /// @param session asks the columns and the queries; used by this thread alone
    public SourceAge(Lake lake, WorkspaceSession session) {
        this.lake = lake;
        this.session = session;
    }

    /// When the newest row came.
    ///
    /// @return null if the table has no rows
    /// @throws ProblemException if there is no such table, or what the project names for it is no time
    public @Nullable Instant newest(Source source) {
        String query = query(source);
        if (query == null) {
            return lastCommit(source);
        }
        Table answer = FetchedTable.of(session.query(query));
        return answer.rows().isEmpty() ? null : instant(answer.rows().getFirst().getFirst(), source);
    }

    /// What a source's age amounts to: `pass`, `warn` or `error`.
    public static String status(Freshness expected, Instant newest, Instant now) {
        Duration age = Duration.between(newest, now);
        if (isOver(age, expected.errorAfter())) {
            return "error";
        }
        return isOver(age, expected.warnAfter()) ? "warn" : "pass";
    }

    private static boolean isOver(Duration age, @Nullable Age limit) {
        return limit != null && age.compareTo(limit.duration()) > 0;
    }

    private static @Nullable String query(Source source) {
        if (source.loadedAtQuery() != null) {
            return source.loadedAtQuery();
        }
        if (source.loadedAtField() == null) {
            return null;
        }
        String filter = source.freshness() == null ? null : source.freshness().filter();
        return "select max(" + source.loadedAtField() + ") from "
                + source.relation().sql() + (filter == null ? "" : " where " + filter);
    }

    private @Nullable Instant lastCommit(Source source) {
        TableName name =
                new TableName(source.relation().schema(), source.relation().identifier());
        LakeTable table = lake.find(name)
                .orElseThrow(() -> new ProblemException(Problem.failed(
                                "there is no table '" + name + "' in the lake",
                                source.identity().place())
                        .advise("fill it with 'basin sync', or correct the source's schema and identifier")));
        return table.snapshots().isEmpty() ? null : table.snapshots().getFirst().since();
    }

    private static @Nullable Instant instant(@Nullable Object value, Source source) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
            default ->
                throw new ProblemException(Problem.wrong(
                                "the newest row of '" + source.sourceName() + "." + source.name()
                                        + "' is told by something that is no time: " + value,
                                source.identity().place())
                        .advise("name a column of timestamps as loaded_at_field, or cast it there"));
        };
    }
}
