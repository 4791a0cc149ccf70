package basin.run.replicate;

import basin.connect.Stream;
import basin.connect.change.ChangeFeed;
import basin.connect.change.ChangeReader;
import basin.connect.change.ChangeSink;
import basin.connect.change.Cut;
import basin.connect.change.Lag;
import basin.core.rows.Batch;
import basin.core.rows.BatchPool;
import basin.core.rows.Column;
import basin.core.stream.ChangeSchema;
import basin.core.stream.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A feed in memory: it plays transactions that were recorded, as often as it is opened, from where it
/// was
/// acknowledged. Positions are the number of the last transaction.
final class PlayedFeed implements ChangeFeed {

    private static final Instant COMMITTED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<List<Event>> transactions = new ArrayList<>();
    private int acknowledged;

    /// Something that happens in a transaction.
    sealed interface Event {
        /// A change.
        ///
        /// @param before the key of the row before; null unless it changed
        /// @param values of the stream's columns, in their order
        record Change(
                Stream stream,
                String op,
                List<String> unchanged,
                @Nullable List<Object> before,
                List<@Nullable Object> values)
                implements Event {}

        record Altered(Stream before, Stream after, Map<String, String> renames) implements Event {}

        /// The connection is lost, once.
        final class Lost implements Event {
            private boolean happened;
        }
    }

    void commit(List<Event> transaction) {
        transactions.add(List.copyOf(transaction));
    }

    /// How many transactions there are.
    int size() {
        return transactions.size();
    }

    List<Event> transaction(int number) {
        return transactions.get(number);
    }

    /// Up to which the reader has let go of them.
    int acknowledged() {
        return acknowledged;
    }

    @Override
    public void prepare() {}

    @Override
    public ChangeReader open(Map<String, Position> after) {
        Map<String, Integer> reached = new HashMap<>();
        after.forEach((stream, position) -> reached.put(stream, number(position)));
        return new Reader(reached);
    }

    @Override
    public void remove() {}

    static int number(Position position) {
        return Integer.parseInt(position.text());
    }

    private final class Reader implements ChangeReader {
        private final Map<String, Integer> after;
        private int next = acknowledged;

        Reader(Map<String, Integer> after) {
            this.after = after;
        }

        /// @param rows taken for the number of transactions
        @Override
        public Cut read(Duration time, long rows, ChangeSink sink) {
            long handed = 0;
            int end = (int) Math.min(transactions.size(), next + rows);
            for (; next < end; next++) {
                List<Event> transaction = transactions.get(next);
                for (int i = 0; i < transaction.size(); i++) {
                    switch (transaction.get(i)) {
                        case Event.Change change
                        when next >= after.getOrDefault(change.stream().name(), 1 << 20) -> {
                            sink.changes(change.stream(), batch(change, next, i));
                            handed++;
                        }
                        case Event.Change _ -> {}
                        case Event.Altered altered ->
                            sink.altered(altered.before(), altered.after(), altered.renames());
                        case Event.Lost lost
                        when !lost.happened -> {
                            lost.happened = true;
                            throw new Crash();
                        }
                        case Event.Lost _ -> {}
                    }
                }
            }
            Position reached = new Position(String.valueOf(next));
            Map<String, Position> tables = new HashMap<>();
            after.keySet().forEach(stream -> tables.put(stream, reached));
            return new Cut(reached, tables, COMMITTED, end, handed);
        }

        @Override
        public void acknowledge(Position position) {
            acknowledged = Math.max(acknowledged, number(position));
        }

        @Override
        public Lag lag() {
            return new Lag(0, Duration.ZERO, 0, OptionalLong.empty());
        }

        @Override
        public Position head() {
            return new Position(String.valueOf(transactions.size()));
        }

        @Override
        public boolean hasReached(Position position) {
            return next >= number(position);
        }

        @Override
        public void close() {}
    }

    /// What a test throws where a process ends.
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Batch batch(Event.Change change, int transaction, int number) {
        BatchPool pool = new BatchPool(ChangeSchema.of(change.stream().schema()));
        Batch batch = pool.take();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(change.op());
        row.add("%016x.%08x".formatted(transaction, number));
        row.add(COMMITTED.getEpochSecond() * 1_000_000);
        row.add(change.unchanged().isEmpty() ? null : change.unchanged());
        if (!change.stream().schema().primaryKey().isEmpty()) {
            row.add(change.before());
        }
        row.addAll(change.values());
        for (int i = 0; i < row.size(); i++) {
            append(batch.column(i), row.get(i));
        }
        batch.endRow();
        pool.close();
        return batch;
    }

    /// Lists are the elements of a list, or the fields of a struct.
    private static void append(Column column, @Nullable Object value) {
        switch (value) {
            case null -> column.appendNull();
            case String text -> column.appendString(text);
            case Integer number -> column.appendInt(number);
            case Long number -> column.appendLong(number);
            case List<?> parts -> {
                List<Column> children = column.children();
                for (int i = 0; i < parts.size(); i++) {
                    append(children.get(Math.min(i, children.size() - 1)), parts.get(i));
                }
                column.appendParts();
            }
            default -> throw new IllegalArgumentException("no value for a test: " + value);
        }
    }
}
