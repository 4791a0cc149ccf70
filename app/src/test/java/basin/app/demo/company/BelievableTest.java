package basin.app.demo.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What makes the company worth asking questions: its data has shape, and its flaws are those of real data.
final class BelievableTest {
    private static final double ORDERS = 10_000;

    @SuppressWarnings("NullAway.Init")
    private static LoadedCompany company;

    @BeforeAll
    static void load() throws Exception {
        company = new LoadedCompany(Company.ofScale(ORDERS / 100_000));
    }

    @AfterAll
    static void drop() throws SQLException {
        company.close();
    }

    @Test
    void hasAsManyRowsAsItsScaleSays() {
        assertThat(count("orders")).isEqualTo(ORDERS);
        assertThat(count("customers")).isEqualTo(2_000);
        assertThat(count("order_lines")).isBetween(23_000.0, 27_000.0);
    }

    @Test
    void sellsMostBeforeChristmas() {
        for (int year = 2023; year <= 2025; year++) {
            assertThat(ordersOf("extract(month from placed_on) = 12 and extract(year from placed_on) = " + year))
                    .isGreaterThan(1.8
                            * ordersOf("extract(month from placed_on) = 2 and extract(year from placed_on) = " + year));
        }
    }

    @Test
    void growsEachYear() {
        double first = ordersOf("extract(year from placed_on) = 2023");
        double second = ordersOf("extract(year from placed_on) = 2024");
        double third = ordersOf("extract(year from placed_on) = 2025");
        assertThat(second / first).isBetween(1.15, 1.35);
        assertThat(third / second).isBetween(1.15, 1.35);
    }

    @Test
    void livesOffAFewGoodCustomers() {
        assertThat(company.number("""
                with spent as (select customer_id, sum(total_eur) as eur from orders where status <> 'cancelled' group by 1),
                     ranked as (select eur, ntile(5) over (order by eur desc) as fifth from spent)
                select sum(eur) filter (where fifth = 1) / sum(eur) from ranked""")).isBetween(0.5, 0.9);
    }

    @Test
    void livesOffAFewGoodProducts() {
        assertThat(company.number("""
                with sold as (select product_id, sum(quantity) as pieces from order_lines group by 1),
                     ranked as (select pieces, ntile(5) over (order by pieces desc) as fifth from sold)
                select sum(pieces) filter (where fifth = 1) / sum(pieces) from ranked""")).isBetween(0.4, 0.8);
    }

    @Test
    void sellsGardenThingsInSummer() {
        assertThat(shareOfGarden("in (6, 7)")).isGreaterThan(4 * shareOfGarden("in (1, 12)"));
    }

    @Test
    void movesToTheApp() {
        assertThat(shareOfApp(2025)).isGreaterThan(1.5 * shareOfApp(2023));
    }

    @Test
    void getsHatsBackMoreThanTeapots() {
        assertThat(returnRate("hats")).isGreaterThan(2 * returnRate("tea"));
    }

    @Test
    void hadAFaultyBatchOfSleepLamps() {
        String rate = """
                select count(r.id)::float / count(*) from order_lines l
                join orders o on o.id = l.order_id join products p on p.id = l.product_id
                left join returns r using (order_id, line_no)
                where p.name like 'Dormouse sleep lamp%%' and o.status = 'delivered' and o.channel <> 'wholesale'
                and %s (o.placed_on between '2024-03-06' and '2024-11-20')""";
        assertThat(company.number(rate.formatted(""))).isGreaterThan(4 * company.number(rate.formatted("not")));
    }

    @Test
    void seesOneCarrierGetWorse() {
        assertThat(lateness("JWP", 2025)).isGreaterThan(1.5 * lateness("JWP", 2023));
        assertThat(lateness("JWP", 2025)).isGreaterThan(1.5 * lateness("CEX", 2025));
    }

    @Test
    void raisesPricesOverTheYears() {
        assertThat(company.number("""
                select avg(last.price / first.price) from products p
                join product_prices first on first.product_id = p.id and first.valid_from = p.launched_on
                join product_prices last on last.product_id = p.id and last.valid_to is null
                where p.launched_on < '2022-01-01'""")).isBetween(1.03, 1.4);
    }

    @Test
    void doesntKnowEverything() {
        assertThat(share("customers", "email is null")).isBetween(0.02, 0.08);
        assertThat(share("customers", "consent is null")).isBetween(0.05, 0.2);
        assertThat(share("addresses", "postcode is null or postcode in ('', 'unknown')"))
                .isBetween(0.02, 0.07);
        assertThat(share("devices", "activated_at = 'epoch'")).isBetween(0.005, 0.03);
        assertThat(share("devices", "battery_percent = 'NaN'")).isBetween(0.2, 0.8);
    }

    @Test
    void learnsOfSomeOrdersDaysLate() {
        assertThat(ordersOf("recorded_at > placed_at + interval '2 days'")).isPositive();
    }

    @Test
    void hasCustomersAndOrdersThatLookLikeTwo() {
        assertThat(company.rows("""
                select translate(lower(trim(email)), '+hat', '') from customers
                where email is not null group by 1 having count(*) > 1""")).isNotEmpty();
        assertThat(
                        company.rows(
                                "select external_ref from orders where external_ref is not null group by 1 having count(*) = 2"))
                .isNotEmpty();
        assertThat(company.rows("select 1 from till_uploads t group by t having count(*) > 1"))
                .isNotEmpty();
    }

    @Test
    void cancelsAFewOrdersAndLosesAFewParcels() {
        assertThat(share("orders", "status = 'cancelled'")).isBetween(0.02, 0.06);
        assertThat(share("shipments", "delivered_at is null and promised_on < '2025-11-01'"))
                .isBetween(0.001, 0.01);
    }

    @Test
    void forgetsCustomersWithoutATrace() {
        assertThat(count("customers where erased_at is not null")).isPositive();
        assertThat(count("customers where erased_at is not null and (email is not null or family_name is not null)"))
                .isZero();
    }

    @Test
    void speaksManyLanguages() {
        assertThat(company.rows("select distinct country from customers")).hasSize(10);
        assertThat(count("customers where family_name ~ '[Α-Ωα-ω]'")).isPositive();
        assertThat(count("customers where family_name ~ '[一-龯]'")).isPositive();
        assertThat(count("orders where note like '%🎁%'")).isPositive();
    }

    private static double count(String table) {
        return company.number("select count(*) from " + table);
    }

    private static double ordersOf(String condition) {
        return count("orders where " + condition);
    }

    private static double share(String table, String condition) {
        return count(table + " where " + condition) / count(table);
    }

    private static double shareOfApp(int year) {
        String ofYear = "extract(year from placed_on) = " + year;
        return ordersOf(ofYear + " and channel = 'app'") / ordersOf(ofYear);
    }

    private static double shareOfGarden(String months) {
        return company.number("""
                select avg((c.slug = 'garden')::int) from order_lines l join orders o on o.id = l.order_id
                join products p on p.id = l.product_id join categories c on c.id = p.category_id
                where extract(month from o.placed_on) %s""".formatted(months));
    }

    private static double returnRate(String category) {
        return company.number("""
                select count(r.id)::float / count(*) from order_lines l join orders o on o.id = l.order_id
                join products p on p.id = l.product_id join categories c on c.id = p.category_id
                left join returns r using (order_id, line_no)
                where c.slug = '%s' and o.status = 'delivered'""".formatted(category));
    }

    private static double lateness(String carrier, int year) {
        return company.number("""
                select avg((delivered_at::date > promised_on)::int) from shipments s join carriers c on c.id = s.carrier_id
                where c.code = '%s' and extract(year from shipped_at) = %d""".formatted(carrier, year));
    }
}
