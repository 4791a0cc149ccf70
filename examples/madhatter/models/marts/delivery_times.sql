-- How long parcels took, and how many broke the promise, by carrier and month. A parcel that never came is late.
select
    carrier,
    cast(date_trunc('month', promised_on) as date) as month,
    count(*) as parcels,
    count(*) filter (where delivered_at is null) as never_came,
    count(*) filter (
        where delivered_at is null or cast(delivered_at at time zone 'UTC' as date) > promised_on
    ) as late,
    cast(quantile_cont(date_diff('minute', shipped_at, delivered_at) / 1440.0, 0.5) as decimal(6, 2)) as median_days,
    cast(quantile_cont(date_diff('minute', shipped_at, delivered_at) / 1440.0, 0.9) as decimal(6, 2)) as slowest_tenth_days
from {{ ref('stg_shop__shipments') }}
where promised_on <= cast('{{ var("last_day") }}' as date)
group by all
