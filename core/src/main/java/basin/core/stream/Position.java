package basin.core.stream;

/// How far a source has been read. Written and understood by that source alone; everyone else only keeps it.
///
/// @param text short and printable: it stands in snapshot summaries and in what people are shown
public record Position(String text) {

    @Override
    public String toString() {
        return text;
    }
}
