package basin.lake;

import basin.core.stream.ChunkReceipt;
import basin.duck.ParquetFile;
import java.util.List;

/// A chunk that was read completely, and the files its rows were written into.
///
/// @param files none where the chunk had no rows
public record LoadedChunk(ChunkReceipt receipt, List<ParquetFile> files) {
    public LoadedChunk {
        files = List.copyOf(files);
    }
}
