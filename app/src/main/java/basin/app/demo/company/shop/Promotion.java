package basin.app.demo.company.shop;

import basin.app.demo.company.draw.Sheet;
import basin.app.demo.company.goods.Product;
import basin.app.demo.company.time.Feasts;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some per cent off, during some days.
///
/// @param code the two digits of its year at the end
/// @param last the last day, included
/// @param category code of the only category it is for; null for all
public record Promotion(
        String code,
        String name,
        LocalDate first,
        LocalDate last,
        int percent,
        @Nullable String category,
        Set<Channel> channels) {

    static List<Promotion> of(int year) {
        return Sheet.rows("promotions.txt").stream().map(row -> of(row, year)).toList();
    }

    public boolean runs(LocalDate day, Channel channel) {
        return !day.isBefore(first) && !day.isAfter(last) && channels.contains(channel);
    }

    public boolean covers(Product product) {
        return category == null || category.equals(product.category().code());
    }

    private static Promotion of(List<String> row, int year) {
        LocalDate first = row.get(2).equals("BF") ? Feasts.blackFriday(year) : LocalDate.parse(year + "-" + row.get(2));
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Sheet.parts(row.get(6)).forEach(name -> channels.add(Channel.valueOf(name.toUpperCase(Locale.ROOT))));
        return new Promotion(
                row.get(0) + "%02d".formatted(year % 100),
                row.get(1),
                first,
                first.plusDays(Integer.parseInt(row.get(3)) - 1),
                Integer.parseInt(row.get(4)),
                row.get(5).isEmpty() ? null : row.get(5),
                channels);
    }
}
