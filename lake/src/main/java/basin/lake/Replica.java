package basin.lake;

import basin.core.stream.Position;
import basin.duck.DuckConnection;
import basin.duck.ParquetFile;
import basin.duck.ParquetLayout;
import basin.lake.change.ChangeCounts;
import basin.lake.change.NetEffect;
import basin.lake.schema.TableSchema;
import basin.lake.storage.LentFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.types.Types.NestedField;

/// The two tables of a stream whose changes are followed: the raw one has each change as it came, the
/// current one the
/// newest row of each key.
///
/// Changes go into the raw table first, in one commit with their position; then what they come to goes
/// into the current
/// one, with the same position. The raw table's commit notes which state of the current table its
/// changes continue. So
/// after a crash between the two, [#recover] knows what is left to be done, and that it is: where the
/// current table was
/// loaded anew since, it stands for something else, and the note no longer applies.
///
/// For one thread. After any of its methods has thrown, both tables are to be looked up again, and
/// recovered.
public final class Replica {

    /// The note of the raw table: the position of the current table that its newest changes continue.
    private static final String CONTINUES = "replica.continues";

    private final LakeTable raw;
    private final LakeTable current;

    /// @param raw     has the columns of [basin.core.stream.ChangeSchema#of] the other's, and maybe
    ///     more
    /// @param current has a key and a position
    public Replica(LakeTable raw, LakeTable current) {
        this.raw = raw;
        this.current = current;
    }

    public LakeTable raw() {
        return raw;
    }

    public LakeTable current() {
        return current;
    }

    /// Finishes what an earlier process, or an earlier attempt, has begun.
    ///
    /// @return whether there was something to finish
    public boolean recover(DuckConnection connection) {
        Optional<Position> landed = raw.position().filter(this::isBehind);
        if (landed.isEmpty()) {
            return false;
        }
        try (LentFiles newest = raw.newestFiles();
                NetEffect effect = of(newest.paths(), connection)) {
            merge(effect, landed.get(), connection);
        }
        return true;
    }

    /// Whether the current table has not taken over yet what the raw one has.
    private boolean isBehind(Position landed) {
        String continued = raw.notes().get(CONTINUES);
        return current.position()
                .filter(reached -> !reached.equals(landed) && reached.text().equals(continued))
                .isPresent();
    }

    /// What changes will come to in the current table.
    ///
    /// @param changes files written for the raw table, not yet appended to it
    /// @return to be closed by the caller
    public NetEffect effect(List<ParquetFile> changes, DuckConnection connection) {
        return of(changes.stream().map(ParquetFile::path).toList(), connection);
    }

    /// Takes changes over, into both tables.
    ///
    /// @param changes  files written for the raw table
    /// @param effect   theirs
    /// @param position where the source stands after them
    public void land(List<ParquetFile> changes, NetEffect effect, Position position, DuckConnection connection) {
        String reached = current.position().map(Position::text).orElse("");
        raw.append(changes, position, Map.of(CONTINUES, reached));
        merge(effect, position, connection);
    }

    /// How many changes there are of each kind, for a stream that has a raw table only.
    ///
    /// @param changes files written for the raw table
    public static ChangeCounts counts(LakeTable raw, List<ParquetFile> changes, DuckConnection connection) {
        return ChangeCounts.of(
                changes.stream().map(ParquetFile::path).toList(), raw.table().schema(), connection);
    }

    private void merge(NetEffect effect, Position position, DuckConnection connection) {
        if (effect.truncated()) {
            current.overwrite(effect.rows(), position);
        } else {
            current.merge(effect.rows(), effect.gone(), current.schema().primaryKey(), position, connection);
        }
    }

    private NetEffect of(List<Path> changes, DuckConnection connection) {
        org.apache.iceberg.Schema columns = current.table().schema();
        List<NestedField> key = current.schema().primaryKey().stream()
                .map(name -> TableSchema.column(columns, name).orElseThrow())
                .toList();
        ParquetLayout layout = new ParquetLayout(current.staging(), current.fieldIds());
        return NetEffect.of(
                changes,
                raw.table().schema(),
                new NetEffect.Current(
                        key, columns.columns(), layout, predicate -> current.scan(AsOf.LATEST, predicate)),
                connection);
    }
}
