package basin.app.demo.company.shop;

import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.goods.Category;
import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Label;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record PromotionsTable(Promotions promotions, Catalogue catalogue) implements Table {

    @Override
    public String name() {
        return "promotions";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "name", "starts_on", "ends_on", "percent_off", "category_id", "channels");
    }

    @Override
    public long expectedRows() {
        return promotions.all().size();
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Promotion promotion : promotions.all()) {
            out.text(promotion.code())
                    .text(promotion.name())
                    .date(promotion.first())
                    .date(promotion.last())
                    .decimal(promotion.percent() * 100L, 2);
            catalogue.categories().stream()
                    .filter(category -> category.code().equals(promotion.category()))
                    .map(Category::id)
                    .findFirst()
                    .ifPresentOrElse(out::whole, out::nothing);
            out.list(promotion.channels().stream().map(Label::of).toList()).end();
        }
    }
}
