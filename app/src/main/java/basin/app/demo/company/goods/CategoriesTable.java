package basin.app.demo.company.goods;

import basin.app.demo.company.table.CopyText;
import basin.app.demo.company.table.Table;
import java.io.IOException;
import java.util.List;

public record CategoriesTable(Catalogue catalogue) implements Table {

    @Override
    public String name() {
        return "categories";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "parent_id", "slug", "name", "return_days");
    }

    @Override
    public long expectedRows() {
        return catalogue.categories().size();
    }

    @Override
    public void write(CopyText out) throws IOException {
        for (Category category : catalogue.categories()) {
            out.whole(category.id());
            parent(category, out);
            out.text(category.slug())
                    .text(category.name())
                    .whole(category.returnDays())
                    .end();
        }
    }

    private void parent(Category category, CopyText out) {
        catalogue.categories().stream()
                .filter(other -> other.code().equals(category.parent()))
                .findFirst()
                .ifPresentOrElse(parent -> out.whole(parent.id()), out::nothing);
    }
}
