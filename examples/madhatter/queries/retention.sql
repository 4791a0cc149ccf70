-- Of the customers who first bought in a quarter, how many bought again one, two, four and eight quarters later?
with bought as (
    select distinct
        customer_id,
        cast(4 * extract(year from placed_on) + extract(quarter from placed_on) - 1 as integer) as quarter
    from shop.orders
    where status <> 'cancelled'
),
cohorts as (
    select
        quarter,
        min(quarter) over (partition by customer_id) as cohort,
        max(quarter) over () as last_quarter
    from bought
),
counted as (
    select
        cohort,
        last_quarter - cohort as age,
        count(case when quarter = cohort then 1 end) as customers,
        count(case when quarter = cohort + 1 then 1 end) as after_1,
        count(case when quarter = cohort + 2 then 1 end) as after_2,
        count(case when quarter = cohort + 4 then 1 end) as after_4,
        count(case when quarter = cohort + 8 then 1 end) as after_8
    from cohorts
    group by cohort, last_quarter
)
select
    concat(cast(floor(cohort / 4.0) as integer), ' Q', cohort % 4 + 1) as first_bought,
    customers,
    case when age >= 1 then cast(100.0 * after_1 / customers as decimal(5, 1)) end as percent_after_1,
    case when age >= 2 then cast(100.0 * after_2 / customers as decimal(5, 1)) end as after_2,
    case when age >= 4 then cast(100.0 * after_4 / customers as decimal(5, 1)) end as after_4,
    case when age >= 8 then cast(100.0 * after_8 / customers as decimal(5, 1)) end as after_8
from counted
order by cohort;
