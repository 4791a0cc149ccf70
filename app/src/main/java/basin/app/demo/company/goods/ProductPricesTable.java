package basin.app.demo.company.goods;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record ProductPricesTable(Catalogue catalogue) implements Table {

    @Override
    public String name() {
        return "product_prices";
    }

    @Override
    public List<String> columns() {
        return List.of("product_id", "valid_from", "valid_to", "price");
    }

    @Override
    public long expectedRows() {
        return catalogue.products().stream()
                .mapToLong(product -> product.prices().size())
                .sum();
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Product product : catalogue.products()) {
            for (Price price : product.prices()) {
                out.whole(product.id())
                        .date(price.from())
                        .date(price.to())
                        .money(price.cents())
                        .end();
            }
        }
    }
}
