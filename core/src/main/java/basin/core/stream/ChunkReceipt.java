package basin.core.stream;

/// What is known of a chunk once it has been read completely: kept beside its data, so that a load that was
/// interrupted can ask the source whether that data still is what the chunk holds.
///
/// @param chunk    the [Chunk#id()]
/// @param rows     how many rows it had, those put into quarantine included
/// @param evidence what the source needs to tell later whether the chunk has changed; only the source understands it
public record ChunkReceipt(String chunk, long rows, String evidence) {}
