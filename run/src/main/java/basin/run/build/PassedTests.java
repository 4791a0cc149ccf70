package basin.run.build;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The tests that went well, each with what it looked at: a file in the project's state folder. A test whose line is
/// lost is run once more, and that is all.
///
/// For any thread.
public final class PassedTests {
    private final Path file;
    private final Map<String, String> fingerprints;

    private PassedTests(Path file, Map<String, String> fingerprints) {
        this.file = file;
        this.fingerprints = fingerprints;
    }

    /// Reads the file, which need not be there.
    ///
    /// @param folder the state folder
    public static PassedTests in(Path folder) {
        Path file = folder.resolve("passed-tests.tsv");
        Map<String, String> fingerprints = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int tab = line.indexOf('\t');
                    if (tab > 0) {
                        fingerprints.put(line.substring(0, tab), line.substring(tab + 1));
                    }
                }
            }
        } catch (IOException e) {
            throw problem(file, "cannot be read", e);
        }
        return new PassedTests(file, fingerprints);
    }

    synchronized boolean has(String uniqueId, String fingerprint) {
        return fingerprint.equals(fingerprints.get(uniqueId));
    }

    synchronized void add(String uniqueId, String fingerprint) {
        fingerprints.put(uniqueId, fingerprint);
    }

    /// Writes the file anew; readers find the old one or the new one.
    public synchronized void save() {
        List<String> lines = new ArrayList<>();
        fingerprints.forEach((id, fingerprint) -> lines.add(id + "\t" + fingerprint));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw problem(file, "cannot be written", e);
        }
    }

    private static ProblemException problem(Path file, String what, IOException cause) {
        return new ProblemException(
                Problem.failed("the list of tests that went well " + what, new Place.InFile(file))
                        .because(DiskRefusal.reason(cause)),
                cause);
    }
}
