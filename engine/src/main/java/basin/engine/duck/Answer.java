package basin.engine.duck;

import basin.core.problem.ProblemException;
import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rows of a query, on their way to whoever asked; its session ends when they are closed.
public final class Answer implements Rows {

    private final Rows rows;
    private final UnaryOperator<ProblemException> explanation;
    private final Runnable end;
    private boolean closed;

    /// @param explanation says what goes wrong in the words of whoever asked
    /// @param end         run once, when the rows have been closed
    public Answer(Rows rows, UnaryOperator<ProblemException> explanation, Runnable end) {
        this.rows = rows;
        this.explanation = explanation;
        this.end = end;
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public @Nullable Batch next() {
        try {
            return rows.next();
        } catch (ProblemException e) {
            throw explanation.apply(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                rows.close();
            } finally {
                end.run();
            }
        }
    }
}
