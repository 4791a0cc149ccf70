-- Goods sent back. The refund is in the order's currency, and null until it is paid.
select
    id as return_id,
    order_id,
    line_no,
    quantity,
    reason,
    requested_at,
    received_at,
    refunded_at,
    refund_amount
from {{ source('shop', 'returns') }}
