package basin.app.terminal;

/// A word of a command that somebody is to type, as a POSIX shell reads it back.
public final class ShellWord {

    private ShellWord() {}

    /// `word`, in quotes where it needs them: `shop`, `'my shop'`.
    public static String of(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
