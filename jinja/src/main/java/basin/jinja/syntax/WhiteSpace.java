package basin.jinja.syntax;

/// How white space around tags is treated where a tag does not say so itself with `-` or `+`.
///
/// @param trimBlocks the line end after a block tag goes
/// @param lstripBlocks spaces and tabs between the start of a line and a block tag go
/// @param keepTrailingNewline a line end at the very end of the template stays
public record WhiteSpace(boolean trimBlocks, boolean lstripBlocks, boolean keepTrailingNewline) {
    /// Jinja2's own defaults: none of it.
    public static final WhiteSpace DEFAULT = new WhiteSpace(false, false, false);
}
