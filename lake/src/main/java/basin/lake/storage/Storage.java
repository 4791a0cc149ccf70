package basin.lake.storage;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.DelegateFileIO;

/// Where the files of a lake lie, and the ways between there and the files that the local columnar
/// engine reads and writes, which are always on this machine.
///
/// For any thread. What its methods throw is explained by [#problem(Throwable)].
public interface Storage extends AutoCloseable {

    /// The files as Iceberg sees them.
    DelegateFileIO files();

    /// Whether it takes so long to ask for a file that several are to be asked for at the same time.
    boolean isRemote();

    /// The folder of this machine into which new data files are to be written that will be placed into `folder`.
    /// It is there already, and it is on the same disk as far as there is one.
    ///
    /// @param folder a location in this storage
    Path staging(String folder);

    /// Moves finished files out of the staging folder to where they stay. They are durable there no
    /// later than a metadata file that is written after them.
    ///
    /// @param staged files below [#staging(String)]
    /// @return their locations, in the same order
    List<String> place(List<Path> staged, String folder);

    /// Lends files to the local columnar engine.
    ///
    /// @return paths in the order of `files`, readable until it is closed
    LentFiles lend(List<StoredFile> files);

    /// What went wrong with the storage, said for people.
    ///
    /// @param failure what a method of this storage, or of its [#files()], threw
    /// @param table where a problem is that concerns its files alone; what ails the storage as a whole has no
    ///     place
    /// @return empty where the failure has nothing to do with the storage
    Optional<Problem> problem(Throwable failure, Place table);

    @Override
    void close();
}
