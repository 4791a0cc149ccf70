package basin.app.terminal;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One stream as its reader sees it. What is written appears at the next [#flush()], or when 32 kB have come
/// together.
///
/// Always UTF-8, whatever the locale: data must not change with the machine it is asked on.
public final class Screen extends Writer {

    /// The width assumed of a terminal that does not tell.
    private static final int USUAL_COLUMNS = 80;

    private static final int BUFFER_CHARS = 32 * 1024;

    private final Outlet outlet;
    private final boolean painted;
    private final boolean live;
    private final Writer writer;

    Screen(Outlet outlet, boolean painted, boolean live) {
        this.outlet = outlet;
        this.painted = painted;
        this.live = live;
        this.writer = new BufferedWriter(new OutputStreamWriter(outlet.bytes(), StandardCharsets.UTF_8), BUFFER_CHARS);
    }

    /// A file that is being written; closing the screen closes it.
    public static Screen toFile(OutputStream bytes) {
        return new Screen(Outlet.plain(bytes), false, false);
    }

    /// Whether lines on it can be drawn again: a terminal that understands escape sequences.
    public boolean isLive() {
        return live;
    }

    /// Whether there is a terminal, and with it a width beyond which lines should not reach.
    public boolean isTerminal() {
        return outlet.terminal();
    }

    /// Whether words are painted.
    public boolean isPainted() {
        return painted;
    }

    /// Character cells per line; without a terminal as many as anyone wants.
    public int columns() {
        if (!outlet.terminal()) {
            return Integer.MAX_VALUE;
        }
        int columns = outlet.columns().getAsInt();
        return columns > 0 ? columns : USUAL_COLUMNS;
    }

    /// `text` in that ink, where this screen is painted; otherwise as it is.
    public String paint(Ink ink, String text) {
        return painted ? ink.on(text) : text;
    }

    /// Writes a line.
    public void line(String text) {
        write(text);
        write('\n');
    }

    /// Writes an empty line.
    public void line() {
        write('\n');
    }

    /// @throws OutputClosed if nobody reads any more
    @Override
    public void write(char[] chars, int offset, int length) {
        try {
            writer.write(chars, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int offset, int length) {
        try {
            writer.write(text, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(int character) {
        try {
            writer.write(character);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// @throws OutputClosed if nobody reads any more
    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Shows what was written, and closes the stream; those of the process are left open to its end.
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        String reason = String.valueOf(e.getMessage());
        // Java has no other way to tell EPIPE from the rest.
        if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return new OutputClosed(e);
        }
        return new ProblemException(
                Problem.failed("the output cannot be written", Place.NOWHERE).because(reason), e);
    }
}
