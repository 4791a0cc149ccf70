package basin.app.demo.company.people;

/// How gladly customers buy: a Pareto distribution, cut off so that nobody buys everything. Kept as a table of
/// quantiles, since it is asked for dozens of times per order.
final class Inclination {
    private static final double EXPONENT = 1 / 0.62;
    private static final double MOST = 40;
    private static final int QUANTILES = 4096;
    private static final double[] TABLE = new double[QUANTILES];

    static {
        for (int i = 0; i < QUANTILES; i++) {
            double rank = 1 - (i + 0.5) / QUANTILES;
            TABLE[i] = Math.min(1, StrictMath.pow(rank, -1 / EXPONENT) / MOST);
        }
    }

    private Inclination() {}

    /// The chance, above 0 and at most 1, that somebody at this quantile in `[0, 1)` buys when asked.
    static double of(double quantile) {
        return TABLE[(int) (quantile * QUANTILES)];
    }
}
