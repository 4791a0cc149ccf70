-- What each product brought in on each day, before and after what came back of it.
select
    line.placed_on as day,
    line.product_id,
    product.product,
    product.category,
    product.department,
    line.channel,
    count(distinct line.order_id) as orders,
    sum(line.quantity) as pieces,
    sum(line.quantity_returned) as pieces_returned,
    cast(sum(line.revenue_eur) as decimal(14, 2)) as revenue_eur,
    cast(sum(line.refunded_eur) as decimal(14, 2)) as refunded_eur,
    cast(sum(line.revenue_eur - line.cost_eur - line.refunded_eur) as decimal(14, 2)) as earned_eur
from {{ ref('int_order_lines_valued') }} as line
join {{ ref('stg_shop__products') }} as product on product.product_id = line.product_id
group by all
