package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.catalog.CatalogDatabase;
import basin.lake.catalog.CatalogEntry;
import basin.lake.storage.LakeFolder;
import basin.lake.storage.LocalPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where metadata says that a lake is, as opposed to where it is.
///
/// The two are one until a project's folder is moved or copied. Metadata then goes on naming the old place, and so does
/// what is written from then on: one place for all files, whichever it is, can be found in the next place as well.
final class LakeHome {

    private LakeHome() {}

    /// The location that metadata names.
    ///
    /// @param now where the settings say that the lake is
    /// @throws ProblemException where the lake's files are not there
    static String of(CatalogDatabase database, String now) {
        String home = database.home(now);
        if (home.equals(now)) {
            return home;
        }
        List<CatalogEntry> entries = database.entries();
        if (entries.isEmpty()) {
            database.setHome(now);
            return now;
        }
        if (!LocalPaths.isLocal(home) || !LocalPaths.isLocal(now)) {
            throw new ProblemException(Problem.wrong("the lake's tables are not at " + shown(now), Place.NOWHERE)
                    .because("they were made at " + shown(home) + ", and 'lake.location' names another place by now")
                    .advise("set it back; or begin a new lake in the new place, with another 'state' folder"));
        }
        requireFiles(entries, home, now);
        return home;
    }

    private static void requireFiles(List<CatalogEntry> entries, String home, String now) {
        LakeFolder folder = LakeFolder.moved(home, LocalPaths.path(now));
        boolean allGone = entries.stream()
                .map(CatalogEntry::metadata)
                .filter(LocalPaths::isLocal)
                .noneMatch(metadata -> Files.exists(folder.path(metadata)));
        if (allGone) {
            Path there = LocalPaths.path(home);
            throw new ProblemException(Problem.wrong("the lake's tables are not in " + shown(now), Place.NOWHERE)
                    .because("they were made in " + shown(home) + ", and neither moved nor copied to where"
                            + " 'lake.location' says that they are")
                    .advise(
                            Files.isDirectory(there)
                                    ? "move them, mv " + there + " " + LocalPaths.path(now)
                                            + ", or set 'lake.location' back"
                                    : "put the lake's folder there, with all its files"));
        }
    }

    private static String shown(String location) {
        return "'" + (LocalPaths.isLocal(location) ? LocalPaths.path(location) : location) + "'";
    }
}
