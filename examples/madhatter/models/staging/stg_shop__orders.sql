-- Orders as they were placed. The marketplace reports some of them twice: the second is cancelled, and left out here.
with numbered as (
    select
        *,
        row_number() over (partition by channel, external_ref order by status = 'cancelled', id) as report_no
    from {{ source('shop', 'orders') }}
)

select
    id as order_id,
    customer_id,
    address_no,
    channel,
    store_id,
    status,
    status <> 'cancelled' as is_kept,
    placed_at,
    placed_on,
    recorded_at,
    promotion_code,
    currency,
    exchange_rate,
    goods,
    shipping_fee,
    total,
    total_eur
from numbered
where external_ref is null or report_no = 1
