-- Every line that was kept, in euros, with what it cost and what came back of it.
with returned as (
    select
        order_id,
        line_no,
        sum(quantity) as quantity_returned,
        sum(coalesce(refund_amount, 0)) as refund_amount
    from {{ ref('stg_shop__returns') }}
    group by order_id, line_no
)

select
    line.order_id,
    line.line_no,
    line.product_id,
    orders.customer_id,
    orders.channel,
    orders.placed_on,
    line.quantity,
    coalesce(returned.quantity_returned, 0) as quantity_returned,
    {{ in_euros('line.amount', 'orders.exchange_rate') }} as revenue_eur,
    cast(line.quantity * product.unit_cost_eur as decimal(12, 2)) as cost_eur,
    {{ in_euros('coalesce(returned.refund_amount, 0)', 'orders.exchange_rate') }} as refunded_eur
from {{ ref('stg_shop__order_lines') }} as line
join {{ ref('stg_shop__orders') }} as orders on orders.order_id = line.order_id
join {{ ref('stg_shop__products') }} as product on product.product_id = line.product_id
left join returned on returned.order_id = line.order_id and returned.line_no = line.line_no
where orders.is_kept
