package basin.app.demo.company;

import basin.app.demo.company.draw.Seed;
import basin.app.demo.company.goods.Catalogue;
import basin.app.demo.company.goods.CategoriesTable;
import basin.app.demo.company.goods.Demand;
import basin.app.demo.company.goods.ProductPricesTable;
import basin.app.demo.company.goods.ProductsTable;
import basin.app.demo.company.people.AddressesTable;
import basin.app.demo.company.people.Customers;
import basin.app.demo.company.people.CustomersTable;
import basin.app.demo.company.people.Shoppers;
import basin.app.demo.company.sale.DevicesTable;
import basin.app.demo.company.sale.OrderLinesTable;
import basin.app.demo.company.sale.Orders;
import basin.app.demo.company.sale.OrdersTable;
import basin.app.demo.company.sale.PaymentsTable;
import basin.app.demo.company.sale.ReturnsTable;
import basin.app.demo.company.sale.Sales;
import basin.app.demo.company.sale.ShipmentsTable;
import basin.app.demo.company.shop.CarriersTable;
import basin.app.demo.company.shop.ExchangeRatesTable;
import basin.app.demo.company.shop.PromotionsTable;
import basin.app.demo.company.shop.Shop;
import basin.app.demo.company.shop.StoresTable;
import basin.app.demo.company.shop.TillUploadsTable;
import basin.app.demo.company.table.Table;
import basin.app.demo.company.time.Period;
import basin.app.demo.company.time.Rhythm;
import java.time.LocalDate;
import java.util.List;

/// MadHatter Corp. of a certain size, on a certain day.
///
/// @param scale 1 for 100,000 orders of 20,000 customers; above 0
/// @param lastDay the last of the three years the books cover
/// @param seed another seed makes another company of the same kind
public record Company(double scale, LocalDate lastDay, long seed) {
    private static final LocalDate DEFAULT_LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final long DEFAULT_SEED = 1865;
    private static final double CUSTOMERS = 20_000;
    private static final double ORDERS = 100_000;
    private static final long FEWEST_CUSTOMERS = 20;

    public Company {
        if (!(scale > 0) || scale > 10_000) {
            throw new IllegalArgumentException("scale must be above 0 and at most 10,000, not " + scale);
        }
    }

    /// The company that the examples and the documentation speak of.
    public static Company ofScale(double scale) {
        return new Company(scale, DEFAULT_LAST_DAY, DEFAULT_SEED);
    }

    /// All tables, those that others refer to first.
    public List<Table> tables() {
        Seed origin = new Seed(seed);
        Period period = Period.threeYearsTo(lastDay);
        Rhythm rhythm = new Rhythm(period, origin);
        Catalogue catalogue = new Catalogue(period, origin);
        Shop shop = Shop.of(period, origin);
        Customers customers =
                new Customers(Math.max(FEWEST_CUSTOMERS, Math.round(CUSTOMERS * scale)), period, rhythm, origin);
        Orders orders = new Orders(
                Math.max(1, Math.round(ORDERS * scale)),
                rhythm,
                customers,
                new Shoppers(customers, origin),
                shop,
                new Demand(period, catalogue),
                origin);
        Sales sales = new Sales(period, orders, shop.carriers(), catalogue, origin);
        return List.of(
                new CategoriesTable(catalogue),
                new ProductsTable(catalogue, origin),
                new ProductPricesTable(catalogue),
                new PromotionsTable(shop.promotions(), catalogue),
                new ExchangeRatesTable(shop.rates(), period),
                new CarriersTable(shop.carriers()),
                new StoresTable(shop.stores()),
                new TillUploadsTable(shop.stores(), period, origin),
                new CustomersTable(customers, period, origin),
                new AddressesTable(customers, origin),
                new OrdersTable(sales, origin),
                new OrderLinesTable(sales),
                new PaymentsTable(sales),
                new ShipmentsTable(sales),
                new ReturnsTable(sales),
                new DevicesTable(sales, period, catalogue, origin));
    }
}
