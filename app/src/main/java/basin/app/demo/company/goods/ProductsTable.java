package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Dice;
import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Json;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public record ProductsTable(Catalogue catalogue, Seed seed) implements Table {

    @Override
    public String name() {
        return "products";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "sku",
                "category_id",
                "name",
                "list_price",
                "unit_cost",
                "weight_kg",
                "connected",
                "launched_on",
                "discontinued_on",
                "tags",
                "attributes",
                "swatch");
    }

    @Override
    public long expectedRows() {
        return catalogue.products().size();
    }

    @Override
    public void write(CopyText out) throws IOException {
        Swatches swatches = new Swatches();
        for (Product product : catalogue.products()) {
            Dice dice = seed.of("attributes").dice(product.id());
            out.whole(product.id())
                    .text(product.sku())
                    .whole(product.category().id())
                    .text(product.name())
                    .money(product.currentPrice())
                    .money(product.cost())
                    .decimal(product.grams(), 3)
                    .truth(product.connected())
                    .date(product.launched())
                    .date(product.discontinued())
                    .list(tags(product, dice))
                    .json(attributes(product, dice));
            swatches.of(product.variant()).ifPresentOrElse(out::bytes, out::nothing);
            out.end();
        }
    }

    private static List<String> tags(Product product, Dice dice) {
        List<String> tags = new ArrayList<>();
        if (product.connected()) {
            tags.add("connected");
        }
        if (product.popularity() > 70) {
            tags.add("bestseller");
        }
        if (dice.chance(0.12)) {
            tags.add("gift idea");
        }
        if (dice.chance(0.06)) {
            tags.add("designer's \"choice\"");
        }
        return tags;
    }

    private static Json attributes(Product product, Dice dice) {
        Json attributes = new Json().put("variant", product.variant());
        attributes.put(
                "box_mm",
                new Json()
                        .put("width", dice.whole(60, 420))
                        .put("height", dice.whole(60, 420))
                        .put("depth", dice.whole(40, 300)));
        if (product.connected()) {
            attributes.put("watts", dice.whole(1, 2200)).put("radio", List.of("wifi", "bluetooth"));
        }
        if (dice.chance(0.5)) {
            attributes.put("warranty_months", dice.chance(0.8) ? 24 : 60);
        }
        return attributes;
    }
}
