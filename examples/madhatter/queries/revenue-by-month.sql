-- Revenue by month: how much came through the app and from wholesale, and growth on the year before
with months as (
    select
        cast(date_trunc('month', placed_on) as date) as month,
        count(*) as orders,
        sum(total_eur) as revenue,
        sum(case when channel = 'app' then total_eur else 0 end) as app,
        sum(case when channel = 'wholesale' then total_eur else 0 end) as wholesale
    from marts.orders
    where is_kept
    group by 1
),
compared as (
    select *, lag(revenue, 12) over (order by month) as year_before
    from months
)
select
    month,
    orders,
    revenue as revenue_eur,
    cast(100 * app / revenue as decimal(5, 1)) as app_percent,
    cast(100 * wholesale / revenue as decimal(5, 1)) as wholesale_percent,
    cast(100 * (revenue / year_before - 1) as decimal(6, 1)) as growth_percent
from compared
where year_before is not null
order by month;
