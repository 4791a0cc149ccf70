package basin.engine.duck;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.rows.Type;
import basin.engine.sql.TableReference;
import basin.engine.sql.TimeTravel;
import basin.lake.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Which state of a table a reference means.
final class Snapshots {

    private Snapshots() {}

    /// The constant in the reference's AT clause; empty where it has none.
    static Optional<ConstantValues.Use> use(TableReference reference) {
        return reference.asOf().map(it -> new ConstantValues.Use(it.value(), type(it.unit())));
    }

    /// The state that is meant.
    ///
    /// @throws ProblemException where the AT clause names none that could be
    static AsOf of(TableReference reference, ConstantValues values) {
        Optional<TimeTravel> asOf = reference.asOf();
        if (asOf.isEmpty()) {
            return AsOf.LATEST;
        }
        Object value = use(reference)
                .flatMap(values::of)
                .orElseThrow(() -> unclear(reference, asOf.get().unit()));
        return switch (value) {
            case Integer version -> new AsOf.Version(version);
            case Long version -> new AsOf.Version(version);
            case String tag -> new AsOf.Tag(tag);
            case LocalDate date -> moment(date.atStartOfDay());
            case LocalDateTime wall -> moment(wall);
            case Instant instant -> new AsOf.Moment(instant);
            default -> throw unclear(reference, asOf.get().unit());
        };
    }

    private static Type type(TimeTravel.Unit unit) {
        return switch (unit) {
            case VERSION -> Type.Primitive.STRING;
            case TIMESTAMP -> Type.Primitive.TIMESTAMPTZ;
        };
    }

    private static AsOf moment(LocalDateTime wall) {
        return new AsOf.Moment(wall.toInstant(ZoneOffset.UTC));
    }

    private static ProblemException unclear(TableReference reference, TimeTravel.Unit unit) {
        String example = switch (unit) {
            case VERSION -> "AT (VERSION => 4711) with a snapshot's number, or AT (VERSION => 'tag')";
            case TIMESTAMP -> "AT (TIMESTAMP => '2026-01-31 12:00:00'), in UTC unless it says otherwise";
        };
        return new ProblemException(Problem.wrong("this names no state of a table", reference.place())
                .advise("write " + example));
    }
}
