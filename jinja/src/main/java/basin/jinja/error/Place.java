package basin.jinja.error;

/// A place in a template's text. Lines and columns count from 1.
public record Place(String template, int line, int column) {
    @Override
    public String toString() {
        return template + ":" + line + ":" + column;
    }
}
