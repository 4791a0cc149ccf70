package basin.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.util.SnapshotUtil;

/// Which states of a table a policy lets go of at a moment.
///
/// A state's age counts from when another took its place: the one that everybody has read for a month is
/// as fresh as its successor. It goes in two steps. First it can no longer be asked for; once those who
/// had asked before must be done, it goes, and its files with it.
///
/// @param before  what could no longer be asked for already
/// @param expired what cannot be asked for from now on, `before` included, unless it goes
/// @param gone    what nobody reads any more
record Expiry(Expired before, Expired expired, Set<Long> gone) {

    static Expiry of(Table table, UpkeepPolicy policy, Instant now) {
        Expired before = Expired.of(table);
        Set<Long> kept = kept(table, policy.atLeast());
        Map<Long, Instant> replaced = replaced(table);
        Set<Long> thinned = thinned(table, policy, now);
        Map<Long, Instant> expired = new LinkedHashMap<>();
        Set<Long> gone = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            long id = snapshot.snapshotId();
            Instant end = replaced.getOrDefault(id, Instant.ofEpochMilli(snapshot.timestampMillis()));
            boolean asked = !before.has(id) && end.plus(policy.keep()).isAfter(now) && !thinned.contains(id);
            if (kept.contains(id) || asked) {
                continue;
            }
            Instant since = before.since().getOrDefault(id, now);
            if (since.plus(policy.grace()).isAfter(now)) {
                expired.put(id, since);
            } else {
                gone.add(id);
            }
        }
        return new Expiry(before, new Expired(expired), gone);
    }

    boolean changesAnything() {
        return !gone.isEmpty() || !expired.equals(before);
    }

    /// How many states can no longer be asked for that could until now.
    int count() {
        Set<Long> ended = new HashSet<>(expired.since().keySet());
        ended.addAll(gone);
        ended.removeAll(before.since().keySet());
        return ended.size();
    }

    /// Writes it into a transaction. The files stay.
    void applyTo(Transaction transaction) {
        if (!gone.isEmpty()) {
            // No other than these: Iceberg by itself would go by when a snapshot was made.
            ExpireSnapshots expire = transaction.expireSnapshots().expireOlderThan(0);
            gone.forEach(expire::expireSnapshotId);
            expire.cleanupLevel(ExpireSnapshots.CleanupLevel.NONE).commit();
        }
        if (expired.since().isEmpty()) {
            transaction.updateProperties().remove(Keys.EXPIRED).commit();
        } else {
            transaction.updateProperties().set(Keys.EXPIRED, expired.text()).commit();
        }
    }

    /// What stays whatever its age: the newest states, what has a name, and what an unfinished load builds
    /// on.
    private static Set<Long> kept(Table table, int atLeast) {
        Set<Long> kept = new HashSet<>();
        table.refs().forEach((name, ref) -> {
            kept.add(ref.snapshotId());
            if (ref.isBranch() && !name.equals(SnapshotRef.MAIN_BRANCH)) {
                SnapshotUtil.ancestorsOf(ref.snapshotId(), table::snapshot)
                        .forEach(snapshot -> kept.add(snapshot.snapshotId()));
            }
        });
        List<HistoryEntry> history = table.history();
        history.subList(Math.max(0, history.size() - atLeast), history.size())
                .forEach(entry -> kept.add(entry.snapshotId()));
        return kept;
    }

    /// The states that are not the last of their stretch of time.
    private static Set<Long> thinned(Table table, UpkeepPolicy policy, Instant now) {
        Set<Long> thinned = new HashSet<>();
        List<HistoryEntry> history = table.history();
        for (int i = 0; i + 1 < history.size(); i++) {
            long seen = history.get(i).timestampMillis();
            long end = history.get(i + 1).timestampMillis();
            for (UpkeepPolicy.Thinning step : policy.thinning()) {
                long every = step.every().toMillis();
                if (end <= now.minus(step.from()).toEpochMilli() && seen / every == end / every) {
                    thinned.add(history.get(i).snapshotId());
                }
            }
        }
        return thinned;
    }

    /// When each state that readers saw was last replaced by another. Steps of loads are not among them.
    private static Map<Long, Instant> replaced(Table table) {
        Map<Long, Instant> replaced = new HashMap<>();
        List<HistoryEntry> history = table.history();
        for (int i = 0; i + 1 < history.size(); i++) {
            replaced.put(
                    history.get(i).snapshotId(),
                    Instant.ofEpochMilli(history.get(i + 1).timestampMillis()));
        }
        return replaced;
    }
}
