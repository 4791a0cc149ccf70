package basin.model.context;

/// Where templates speak to people: `log()`, `print()` and `exceptions.warn()`.
///
/// Called from the threads that render.
public interface Messages {
    /// Nobody listens.
    Messages NONE = new Messages() {
        @Override
        public void log(String text, boolean info) {}

        @Override
        public void print(String text) {}

        @Override
        public void warn(String text) {}
    };

    /// A line of the log.
    ///
    /// @param info whether people are to see it, and not only the log file
    void log(String text, boolean info);

    /// A line for standard output.
    void print(String text);

    /// A warning.
    void warn(String text);
}
