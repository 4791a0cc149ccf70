package basin.app.demo.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What holds for every row, besides the keys and references that the database itself insists on.
final class IntegrityTest {
    @SuppressWarnings("NullAway.Init")
    private static LoadedCompany company;

    @BeforeAll
    static void load() throws Exception {
        company = new LoadedCompany(Company.ofScale(0.02));
    }

    @AfterAll
    static void drop() throws SQLException {
        company.close();
    }

    @Test
    void theGoodsOfAnOrderAreTheSumOfItsLines() {
        none("""
                select o.id from orders o left join order_lines l on l.order_id = o.id
                group by o.id having o.goods is distinct from sum(l.amount)""");
    }

    @Test
    void whatIsPaidForIsPaidInFull() {
        none("""
                select o.id from orders o left join payments p on p.order_id = o.id
                group by o.id
                having coalesce(sum(p.amount) filter (where p.kind = 'charge' and p.outcome = 'settled'), 0)
                    <> case when o.status in ('paid', 'shipped', 'delivered') then o.total else 0 end
                  and o.status <> 'cancelled'""");
    }

    @Test
    void aCancelledOrderLeavesNoMoneyBehind() {
        none("""
                select o.id from orders o join payments p on p.order_id = o.id
                where o.status = 'cancelled' and p.outcome = 'settled'
                group by o.id having sum(case p.kind when 'charge' then p.amount else -p.amount end) <> 0""");
    }

    @Test
    void nobodyIsGivenBackMoreThanWasPaid() {
        none("""
                select order_id from payments where outcome = 'settled' group by order_id
                having sum(case kind when 'charge' then amount else -amount end) < 0""");
    }

    @Test
    void refundsOfReturnsArePaidOut() {
        none("""
                select o.id from orders o
                join (select order_id, sum(refund_amount) as due from returns group by order_id) r on r.order_id = o.id
                left join payments p on p.order_id = o.id and p.kind = 'refund'
                group by o.id, r.due having r.due <> coalesce(sum(p.amount), 0)""");
    }

    @Test
    void nothingIsPaidBeforeItIsOrderedNorInAnotherCurrency() {
        none("""
                select p.id from payments p join orders o on o.id = p.order_id
                where p.paid_at < o.placed_at or p.currency <> o.currency""");
    }

    @Test
    void nothingIsSentBeforeItIsPaid() {
        none("""
                select s.id from shipments s join payments p on p.order_id = s.order_id
                where p.kind = 'charge' and s.shipped_at <= p.paid_at""");
    }

    @Test
    void nothingArrivesBeforeItIsSent() {
        none("select id from shipments where delivered_at <= shipped_at or promised_on <= shipped_at::date");
    }

    @Test
    void whatIsDeliveredHasArrivedInAllItsParts() {
        none("""
                select o.id from orders o
                join order_lines l on l.order_id = o.id
                left join shipments s on s.order_id = o.id and s.part = l.shipment_part
                where o.status = 'delivered' and o.channel <> 'store' and s.delivered_at is null""");
    }

    @Test
    void storesSendNothingAndOthersSendEverything() {
        none("""
                select o.id from orders o join order_lines l on l.order_id = o.id
                where (o.channel = 'store') <> (l.shipment_part is null)
                   or (o.channel = 'store') <> (o.store_id is not null)""");
    }

    @Test
    void nothingComesBackBeforeTheCustomerHadIt() {
        none("""
                select r.id from returns r
                join order_lines l using (order_id, line_no)
                join orders o on o.id = r.order_id
                left join shipments s on s.order_id = o.id and s.part = l.shipment_part
                where r.requested_at <= case when o.channel = 'store' then o.placed_at else s.delivered_at end
                   or (s.delivered_at is null and o.channel <> 'store')""");
    }

    @Test
    void noMoreComesBackThanWasSold() {
        none("""
                select r.id from returns r join order_lines l using (order_id, line_no)
                where r.quantity > l.quantity or r.refund_amount > l.amount""");
    }

    @Test
    void returnsGoThroughTheirStepsInOrder() {
        none("""
                select id from returns
                where received_at < requested_at or refunded_at < received_at
                   or (refunded_at is null) <> (refund_amount is null)
                   or (refunded_at is not null and received_at is null)""");
    }

    @Test
    void customersOrderAfterTheySignUp() {
        none("select o.id from orders o join customers c on c.id = o.customer_id where o.placed_at < c.created_at");
    }

    @Test
    void aLineCostsWhatTheProductCostThatDay() {
        none("""
                select l.order_id from order_lines l
                join orders o on o.id = l.order_id
                left join product_prices p on p.product_id = l.product_id
                    and o.placed_on between p.valid_from and coalesce(p.valid_to, o.placed_on)
                where o.channel <> 'wholesale' and l.unit_price is distinct from round(p.price * o.exchange_rate, 2)""");
    }

    @Test
    void priceHistoriesHaveNeitherGapsNorOverlaps() {
        none("""
                select product_id from (
                    select product_id, valid_to,
                           lead(valid_from) over (partition by product_id order by valid_from) as next_from
                    from product_prices) p
                where valid_to + 1 is distinct from next_from""");
    }

    @Test
    void onlyWhatIsOnSaleIsSold() {
        none("""
                select l.order_id from order_lines l
                join orders o on o.id = l.order_id join products p on p.id = l.product_id
                where o.placed_on < p.launched_on or o.placed_on >= p.discontinued_on""");
    }

    @Test
    void discountsComeOnlyFromPromotionsThatRun() {
        none("""
                select l.order_id from order_lines l
                join orders o on o.id = l.order_id
                left join promotions p on p.code = o.promotion_code
                    and o.placed_on between p.starts_on and p.ends_on and o.channel = any (p.channels)
                where l.discount > 0 and p.code is null""");
    }

    @Test
    void noRateIsPublishedThatOrdersDontUse() {
        none("""
                select o.id from orders o join exchange_rates r on r.currency = o.currency and r.day = o.placed_on
                where r.per_euro <> o.exchange_rate""");
    }

    @Test
    void nothingHappensAfterTheBooksAreClosed() {
        none("""
                with moments(at) as (
                    select recorded_at from orders union all select updated_at from orders
                    union all select cancelled_at from orders union all select updated_at from customers
                    union all select erased_at from customers union all select paid_at from payments
                    union all select shipped_at from shipments union all select delivered_at from shipments
                    union all select refunded_at from returns union all select requested_at from returns
                    union all select last_seen_at from devices union all select uploaded_at from till_uploads)
                select at from moments where at > '2026-01-01 00:00+00'""");
    }

    @Test
    void eachTableIsExplained() {
        none("""
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and obj_description(oid, 'pg_class') is null""");
    }

    private static void none(String offenders) {
        assertThat(company.rows(offenders)).as(offenders).isEmpty();
    }
}
