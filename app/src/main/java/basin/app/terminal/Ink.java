package basin.app.terminal;

/// What words are painted with (ECMA-48, section 8.3.117, Select Graphic Rendition). Only the eight colours
/// every terminal's theme defines are used, so that they are readable on light and dark grounds.
public enum Ink {
    /// As it comes.
    PLAIN(""),
    /// What matters.
    BOLD("1"),
    /// What may be overlooked.
    DIM("2"),
    /// What is wrong.
    RED("31"),
    /// What is right.
    GREEN("32"),
    /// What wants attention.
    YELLOW("33"),
    /// What is running.
    CYAN("36");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /// `text` between the escape sequences that switch this ink on and off.
    String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
