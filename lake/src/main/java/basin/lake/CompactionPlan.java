package basin.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which data files are worth being written anew as one.
///
/// Files are sorted into tiers by their size, each eight times that of the one below. A tier with many
/// files becomes one
/// file of the next, and takes those below along: so a row is written again a few times in its life,
/// and a table that
/// gets a small file every second has some dozens of them. Files that consist of deleted rows by half
/// come first.
final class CompactionPlan {

    /// Up to here a file counts for the lowest tier.
    private static final long LOWEST_TIER_BYTES = 64 << 10;

    private static final int TIER_FACTOR = 8;

    /// So many files of a tier are too many.
    private static final int TIER_FILES = 16;

    /// Larger files are as good as they get.
    private static final long FULL_BYTES = 128L << 20;

    /// What one compaction writes at most, so that nobody waits long for it.
    private static final long MOST_BYTES = 256L << 20;

    private CompactionPlan() {}

    /// A data file of the table.
    ///
    /// @param number  which of the files it is
    /// @param deleted how many of its rows are deleted
    record Candidate(int number, long bytes, long rows, long deleted) {
        private boolean isHalfGone() {
            return deleted * 2 >= rows && deleted > 0;
        }

        /// What is left of it.
        private long liveBytes() {
            return rows == 0 ? 0 : bytes * (rows - deleted) / rows;
        }

        private int tier() {
            int tier = 0;
            for (long size = LOWEST_TIER_BYTES; size < bytes; size *= TIER_FACTOR) {
                tier++;
            }
            return tier;
        }
    }

    /// The files that are to become one; empty if the table is fine as it is.
    static Optional<List<Candidate>> of(List<Candidate> files) {
        List<Candidate> gone = files.stream()
                .filter(file -> file.isHalfGone() && file.bytes() > LOWEST_TIER_BYTES)
                .toList();
        if (!gone.isEmpty()) {
            return Optional.of(limited(gone));
        }
        TreeMap<Integer, List<Candidate>> tiers = new TreeMap<>();
        files.stream()
                .filter(file -> file.bytes() < FULL_BYTES)
                .forEach(file -> tiers.computeIfAbsent(file.tier(), _ -> new ArrayList<>())
                        .add(file));
        return tiers.descendingMap().entrySet().stream()
                .filter(tier -> tier.getValue().size() >= TIER_FILES)
                .findFirst()
                .map(tier -> limited(tiers.headMap(tier.getKey(), true).values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingLong(Candidate::bytes))
                        .toList()))
                .filter(chosen -> chosen.size() > 1);
    }

    private static List<Candidate> limited(List<Candidate> files) {
        List<Candidate> chosen = new ArrayList<>();
        long bytes = 0;
        for (Candidate file : files) {
            bytes += file.liveBytes();
            if (!chosen.isEmpty() && bytes > MOST_BYTES) {
                break;
            }
            chosen.add(file);
        }
        return chosen;
    }
}
