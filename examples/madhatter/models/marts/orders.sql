{{ config(
    materialized='incremental',
    unique_key='order_id',
    incremental_strategy='merge',
    on_schema_change='append_new_columns'
) }}
-- One row for each order. Stores upload late and orders move on for weeks: each run takes those of the last months anew.
with orders as (
    select * from {{ ref('stg_shop__orders') }}
    {% if is_incremental() %}
    where recorded_at >= (select max(recorded_at) - interval {{ var("orders_move_for_days") }} day from {{ this }})
    {% endif %}
),

parcels as (
    select
        order_id,
        count(*) as parcels,
        min(shipped_at) as first_shipped_at,
        case when count(*) = count(delivered_at) then max(delivered_at) end as delivered_at
    from {{ ref('stg_shop__shipments') }}
    group by order_id
)

select
    orders.order_id,
    people.person_id,
    orders.customer_id,
    orders.channel,
    orders.store_id,
    orders.status,
    orders.is_kept,
    orders.placed_at,
    orders.placed_on,
    orders.recorded_at,
    orders.promotion_code,
    orders.currency,
    orders.total,
    orders.total_eur,
    {{ in_euros('coalesce(paid.charged, 0)', 'orders.exchange_rate') }} as charged_eur,
    {{ in_euros('coalesce(paid.refunded, 0)', 'orders.exchange_rate') }} as refunded_eur,
    paid.methods as payment_methods,
    coalesce(parcels.parcels, 0) as parcels,
    parcels.first_shipped_at,
    parcels.delivered_at
from orders
join {{ ref('int_people') }} as people on people.customer_id = orders.customer_id
left join {{ ref('int_order_payments') }} as paid on paid.order_id = orders.order_id
left join parcels on parcels.order_id = orders.order_id
