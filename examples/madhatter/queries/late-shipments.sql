-- Late shipments by carrier: who keeps promises, who no longer does, and what does December do to them?
with parcels as (
    select
        c.name as carrier,
        extract(year from s.promised_on) as year,
        extract(month from s.promised_on) as month,
        case
            when s.delivered_at is null then 1
            when cast(s.delivered_at at time zone 'UTC' as date) > s.promised_on then 1
            else 0
        end as late
    from shop.shipments s
    join shop.carriers c on c.id = s.carrier_id
    where s.promised_on between '2023-01-01' and '2025-12-31'
)
select
    carrier,
    count(*) as parcels,
    cast(100.0 * avg(case when year = 2023 then late end) as decimal(5, 1)) as late_percent_2023,
    cast(100.0 * avg(case when year = 2024 then late end) as decimal(5, 1)) as in_2024,
    cast(100.0 * avg(case when year = 2025 then late end) as decimal(5, 1)) as in_2025,
    cast(100.0 * avg(case when month = 12 then late end) as decimal(5, 1)) as in_decembers
from parcels
group by carrier
order by in_2025 desc;
