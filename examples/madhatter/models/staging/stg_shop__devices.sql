-- Connected products. A clock that was never set is no time, and the mains no battery.
select
    id as device_id,
    product_id,
    order_id,
    line_no,
    case when activated_at >= timestamptz '2000-01-01 00:00:00+00' then activated_at end as activated_at,
    last_seen_at,
    firmware,
    case when not isnan(battery_percent) then battery_percent end as battery_percent,
    errors
from {{ source('shop', 'devices') }}
