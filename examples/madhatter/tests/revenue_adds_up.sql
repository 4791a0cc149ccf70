-- The goods of all kept orders are what the days and products add up to, but for the cents lost in exchange.
with by_order as (
    select sum(cast(goods / exchange_rate as decimal(12, 2))) as eur
    from {{ ref('stg_shop__orders') }}
    where is_kept
),

by_day as (
    select sum(revenue_eur) as eur
    from {{ ref('revenue_by_day_and_product') }}
)

select by_order.eur, by_day.eur as eur_by_day
from by_order, by_day
where abs(by_order.eur - by_day.eur) > 0.0001 * by_order.eur
