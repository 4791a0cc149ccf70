package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Odds;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which product is taken, on which day: few are wanted by many, and seasons move them. Kept by the week; what
/// is launched or dropped within a week is left out of it.
public final class Demand {
    private final Period period;
    private final List<Odds<Product>> weeks = new ArrayList<>();

    public Demand(Period period, Catalogue catalogue) {
        this.period = period;
        for (int number = 0; number < period.days(); number += 7) {
            LocalDate monday = period.day(number);
            weeks.add(Odds.of(catalogue.products(), product -> weight(product, monday)));
        }
    }

    public Product pick(LocalDate day, Dice dice) {
        return weeks.get(period.number(day) / 7).pick(dice);
    }

    private static double weight(Product product, LocalDate week) {
        boolean sold = product.sold(week) && product.sold(week.plusDays(6));
        return sold ? product.popularity() * product.category().season().demand(week) : 0;
    }
}
