-- Why goods come back, by shelf and month, and what that cost.
select
    product.category,
    cast(date_trunc('month', cast(back.requested_at at time zone 'UTC' as date)) as date) as month,
    reason.reason_name as reason,
    reason.is_our_fault,
    count(*) as returns,
    sum(back.quantity) as pieces,
    cast(sum(coalesce(back.refund_amount, 0) / orders.exchange_rate) as decimal(14, 2)) as refunded_eur
from {{ ref('stg_shop__returns') }} as back
join {{ ref('stg_shop__orders') }} as orders on orders.order_id = back.order_id
join {{ ref('stg_shop__order_lines') }} as line on line.order_id = back.order_id and line.line_no = back.line_no
join {{ ref('stg_shop__products') }} as product on product.product_id = line.product_id
join {{ ref('return_reasons') }} as reason on reason.reason = back.reason
group by all
