package basin.app.demo.company.goods;

import basin.app.demo.company.draw.Sheet;
import basin.app.demo.company.time.Season;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shelf of the catalogue.
///
/// @param code two letters, the middle of the article numbers of its products
/// @param parent code of the category above, null at the top
/// @param returned share of the units sold that come back
/// @param returnDays how long after delivery a return is taken
public record Category(
        int id,
        String code,
        String slug,
        String name,
        @Nullable String parent,
        Season season,
        double returned,
        int returnDays) {

    static List<Category> all() {
        List<List<String>> rows = Sheet.rows("categories.txt");
        return rows.stream().map(row -> of(rows.indexOf(row) + 1, row)).toList();
    }

    private static Category of(int id, List<String> row) {
        return new Category(
                id,
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3).isEmpty() ? null : row.get(3),
                Season.valueOf(row.get(4)),
                Double.parseDouble(row.get(5)),
                Integer.parseInt(row.get(6)));
    }
}
