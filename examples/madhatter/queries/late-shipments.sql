-- Late shipments by carrier: who keeps promises, who no longer does, and what does December do to them?
select
    carrier,
    sum(parcels) as parcels,
    cast(100.0 * sum(late) filter (where extract(year from month) = 2023)
        / sum(parcels) filter (where extract(year from month) = 2023) as decimal(5, 1)) as late_percent_2023,
    cast(100.0 * sum(late) filter (where extract(year from month) = 2024)
        / sum(parcels) filter (where extract(year from month) = 2024) as decimal(5, 1)) as in_2024,
    cast(100.0 * sum(late) filter (where extract(year from month) = 2025)
        / sum(parcels) filter (where extract(year from month) = 2025) as decimal(5, 1)) as in_2025,
    cast(100.0 * sum(late) filter (where extract(month from month) = 12)
        / sum(parcels) filter (where extract(month from month) = 12) as decimal(5, 1)) as in_decembers
from marts.delivery_times
group by carrier
order by in_2025 desc;
