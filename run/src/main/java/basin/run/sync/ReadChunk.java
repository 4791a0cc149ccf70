package basin.run.sync;

import basin.core.stream.ChunkReceipt;
import basin.duck.ParquetFile;
import basin.lake.LoadedChunk;
import java.util.List;

/// A chunk that has been read into files which no table names yet.
///
/// @param receipt       what the source says about it
/// @param files         its rows; none if it had none
/// @param rejectedFiles the rows that fit nowhere, for the stream's quarantine table
/// @param rejected      how many those are
public record ReadChunk(ChunkReceipt receipt, List<ParquetFile> files, List<ParquetFile> rejectedFiles, long rejected) {

    /// It as the table of its stream takes it.
    LoadedChunk loaded() {
        return new LoadedChunk(receipt, files);
    }

    /// How many rows its files have.
    long rows() {
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }
}
