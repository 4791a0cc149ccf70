-- Money that moved: refused cards are left out, and refunds are negative.
select
    id as payment_id,
    order_id,
    kind,
    method,
    case kind when 'refund' then -amount else amount end as amount,
    currency,
    paid_at
from {{ source('shop', 'payments') }}
where outcome = 'settled'
