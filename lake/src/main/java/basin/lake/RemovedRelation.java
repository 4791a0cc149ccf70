package basin.lake;

/// A table or a view that the catalog no longer knows, and whose files are still there: somebody may be
/// reading them.
///
/// @param files deletes them
public record RemovedRelation(Runnable files) {

    /// Deletes its files, once nobody reads them any more.
    public void deleteFiles() {
        files.run();
    }
}
