package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a euro was worth, day by day: a random walk that is pulled back to where it began. No rate is published
/// at weekends; Friday's holds.
public final class ExchangeRates {
    /// A rate of 1 in the unit that rates are given in.
    public static final long ONE = 1_000_000;

    private static final double DAILY_MOVE = 0.0035;
    private static final double PULL = 0.01;

    private final Period period;
    private final Map<String, long[]> byCurrency = new TreeMap<>();

    public ExchangeRates(Period period, Seed seed) {
        this.period = period;
        Map.of("GBP", 0.8650, "USD", 1.0840)
                .forEach((currency, rate) ->
                        byCurrency.put(currency, walk(rate, seed.of(currency).dice(0))));
    }

    /// The currencies beside the euro.
    public Set<String> currencies() {
        return byCurrency.keySet();
    }

    /// Millionths of a unit of this currency for one euro.
    public long rate(String currency, LocalDate day) {
        long[] rates = byCurrency.get(currency);
        return rates == null ? ONE : rates[period.number(day)];
    }

    static boolean published(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private long[] walk(double usual, Dice dice) {
        long[] rates = new long[period.days()];
        double rate = usual;
        for (int number = 0; number < rates.length; number++) {
            double moved = rate * dice.around(1, DAILY_MOVE) + PULL * (usual - rate);
            if (number == 0 || published(period.day(number))) {
                rate = moved;
            }
            rates[number] = Math.round(rate * 10_000) * (ONE / 10_000);
        }
        return rates;
    }
}
