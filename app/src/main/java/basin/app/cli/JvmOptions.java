package basin.app.cli;

/// How users give the JVM options: in a variable that the launcher puts behind its own, so that theirs win.
public final class JvmOptions {

    /// What to advise where memory is short, as it is typed before a command.
    public static final String LARGER_HEAP = "BASIN_OPTS=-Xmx1g";

    private JvmOptions() {}
}
