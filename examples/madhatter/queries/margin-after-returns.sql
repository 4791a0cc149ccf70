-- The products that earned most in 2024, before and after what came back: which lost their place?
with sold as (
    select
        l.product_id,
        sum(l.quantity) as pieces,
        sum(coalesce(r.quantity, 0)) as returned,
        sum(l.amount / o.exchange_rate - l.quantity * p.unit_cost) as earned,
        sum(coalesce(r.refund_amount, 0) / o.exchange_rate) as refunded
    from shop.order_lines l
    join shop.orders o on o.id = l.order_id
    join shop.products p on p.id = l.product_id
    left join shop.returns r on r.order_id = l.order_id and r.line_no = l.line_no
    where o.status <> 'cancelled'
      and o.channel <> 'wholesale'
      and extract(year from o.placed_on) = 2024
    group by l.product_id
),
ranked as (
    select
        *,
        rank() over (order by earned desc) as place,
        rank() over (order by earned - refunded desc) as place_after
    from sold
)
select
    p.name as product,
    pieces,
    cast(100.0 * returned / pieces as decimal(5, 1)) as returned_percent,
    cast(earned as decimal(14, 2)) as earned_eur,
    cast(earned - refunded as decimal(14, 2)) as after_returns_eur,
    place,
    place_after
from ranked
join shop.products p on p.id = ranked.product_id
where place <= 12
order by place;
