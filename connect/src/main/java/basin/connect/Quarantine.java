package basin.connect;

/// Takes the rows that have no place in their stream's schema, so that nothing is dropped without a word.
@FunctionalInterface
public interface Quarantine {

    /// Called by the thread that reads, before the batch is handed out that the row would have been in. What it
    /// throws ends the reading.
    void reject(RejectedRow row);
}
