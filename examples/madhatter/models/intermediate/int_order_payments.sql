-- What was paid for each order, and what was given back, in the order's currency.
select
    order_id,
    sum(case when kind = 'charge' then amount else 0 end) as charged,
    -sum(case when kind = 'refund' then amount else 0 end) as refunded,
    string_agg(distinct method, ', ' order by method) filter (where kind = 'charge') as methods,
    min(paid_at) filter (where kind = 'charge') as first_paid_at
from {{ ref('stg_shop__payments') }}
group by order_id
