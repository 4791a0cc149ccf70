package basin.app.terminal;

/// Whoever read the output has seen enough and closed it, as `head` does: nothing went wrong, and nothing more
/// is to be written.
public final class OutputClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosed(Throwable cause) {
        super("the reader of the output has closed it", cause);
    }
}
