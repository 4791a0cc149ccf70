package basin.core.settings;

/// The limits a [Range] declares.
record Limits(Range range) {

    boolean hold(double value) {
        return value >= range.min() && value <= range.max();
    }

    /// To be read behind "must be" or "must have": `between 1 and 65535`.
    @Override
    public String toString() {
        if (range.min() == Long.MIN_VALUE) {
            return "at most " + range.max();
        }
        return range.max() == Long.MAX_VALUE
                ? "at least " + range.min()
                : "between " + range.min() + " and " + range.max();
    }
}
