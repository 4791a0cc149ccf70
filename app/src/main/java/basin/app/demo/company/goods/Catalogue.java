package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All categories and products, of the same number at any scale: a company that sells more doesn't make more.
public final class Catalogue {
    private final Period period;
    private final List<Category> categories = Category.all();
    private final List<Product> products = new ArrayList<>();

    public Catalogue(Period period, Seed seed) {
        this.period = period;
        Map<String, Category> byCode =
                categories.stream().collect(Collectors.toMap(Category::code, Function.identity()));
        Seed ofProducts = seed.of("products");
        for (Family family : Family.all()) {
            Category category = byCode.get(family.category());
            if (category == null) {
                throw new IllegalStateException(family.name() + " is of the unknown category " + family.category());
            }
            for (int variant = 0; variant < family.variants().size(); variant++) {
                int id = products.size() + 1;
                products.add(product(id, category, family, variant, ofProducts.dice(id)));
            }
        }
    }

    public List<Category> categories() {
        return categories;
    }

    /// By id, the first product having id 1.
    public List<Product> products() {
        return products;
    }

    /// Whether the units of a product sold on this day were of its faulty batch, made in the second year and
    /// noticed late.
    public boolean faulty(Product product, LocalDate day) {
        int number = period.number(day);
        return product.faulty() > 0 && number >= 430 && number < 690;
    }

    private Product product(int id, Category category, Family family, int variant, Dice dice) {
        LocalDate launched = launch(family, variant, dice);
        return new Product(
                id,
                "MH-%s-%04d".formatted(category.code(), 1000 + 7 * id),
                category,
                name(family, variant),
                family.variants().get(variant),
                Math.round(family.price() * family.cost() * dice.between(0.94, 1.06)),
                family.grams(),
                family.connected(),
                launched,
                end(family, variant, launched, dice),
                family.popularity() * dice.around(1, 0.3) / StrictMath.pow(variant + 1, 0.75),
                family.faulty(),
                PriceHistory.of(family.price(), launched, period.last(), dice));
    }

    private static String name(Family family, int variant) {
        return family.variants().size() == 1
                ? family.name()
                : family.name() + ", " + family.variants().get(variant);
    }

    /// Two products of three are older than the books; what is best known always is.
    private LocalDate launch(Family family, int variant, Dice dice) {
        boolean old = dice.chance(0.67) || (variant == 0 && family.popularity() > 40);
        return period.day(old ? dice.whole(-900, -30) : dice.whole(20, period.days() - 60));
    }

    private @Nullable LocalDate end(Family family, int variant, LocalDate launched, Dice dice) {
        boolean mayGo = variant > 1 && family.popularity() < 60 && launched.isBefore(period.first());
        boolean dropped = mayGo && dice.chance(0.2);
        return dropped ? period.day(dice.whole(period.days() / 2, period.days() - 30)) : null;
    }
}
