package basin.app.demo.company.shop;

import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// All promotions of the years the books touch, in the order in which they were planned.
public final class Promotions {
    private final List<Promotion> all;

    public Promotions(Period period) {
        this.all = IntStream.rangeClosed(period.first().getYear(), period.last().getYear())
                .boxed()
                .flatMap(year -> Promotion.of(year).stream())
                .toList();
    }

    public List<Promotion> all() {
        return all;
    }

    /// The promotion that runs on this day in this channel; the first planned where several do.
    public Optional<Promotion> running(LocalDate day, Channel channel) {
        return all.stream().filter(promotion -> promotion.runs(day, channel)).findFirst();
    }
}
