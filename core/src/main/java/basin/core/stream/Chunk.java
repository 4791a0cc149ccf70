package basin.core.stream;

/// One of the pieces in which a table is loaded. Together the chunks of a table hold each of its rows once.
///
/// @param id     names the piece within its table, the same in every attempt, e.g. `orders_2024:0-65536`
/// @param weight an estimate of its bytes, for progress and for starting the heaviest first
public record Chunk(String id, long weight) {}
