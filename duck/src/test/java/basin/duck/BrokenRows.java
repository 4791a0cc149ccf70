package basin.duck;

import basin.core.rows.Batch;
import basin.core.rows.Rows;
import basin.core.rows.Schema;

/// Rows that throw an error when they are read.
record BrokenRows(Error error) implements Rows {

    @Override
    public Schema schema() {
        return Numbers.SCHEMA;
    }

    @Override
    public Batch next() {
        throw error;
    }

    @Override
    public void close() {}
}
