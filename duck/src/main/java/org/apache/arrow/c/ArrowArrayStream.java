package org.apache.arrow.c;

/// Where a `struct ArrowArrayStream` lies in memory: the one thing that DuckDB's driver asks of Arrow's Java library,
/// which is looked up by this very name and of which nothing else is needed.
///
/// @param memoryAddress the address of the structure
public record ArrowArrayStream(long memoryAddress) {}
