package basin.engine.statement;

/// A part of a statement's text.
///
/// @param start its first byte
/// @param end   the byte behind its last
public record Span(int start, int end) {

    /// No text at all.
    public static final Span EMPTY = new Span(0, 0);

    public boolean isEmpty() {
        return start == end;
    }
}
