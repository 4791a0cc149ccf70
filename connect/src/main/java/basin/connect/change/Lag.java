package basin.connect.change;

import java.time.Duration;
import java.util.OptionalLong;

/// How far a source is ahead of its reader.
///
/// @param unread bytes of the source's log that have not been read
/// @param behind about how long ago the source stood where the reader stands: the age of the last
///     transaction read; zero when nothing is unread
/// @param kept bytes of its log that the source keeps on its disk for this feed alone or for others:
///     what could go if everything were acknowledged, and what older transactions need
/// @param spare how many bytes more it is ready to keep before it gives the feed up; empty if it never
///     does, but lets its disk fill
public record Lag(long unread, Duration behind, long kept, OptionalLong spare) {}
