-- Of the people who first bought in a quarter, how many bought in each quarter after it.
with bought as (
    select distinct
        person_id,
        cast(4 * extract(year from placed_on) + extract(quarter from placed_on) - 1 as integer) as quarter_no
    from {{ ref('orders') }}
    where is_kept
),

cohorts as (
    select
        person_id,
        quarter_no,
        min(quarter_no) over (partition by person_id) as cohort_no
    from bought
),

sizes as (
    select cohort_no, count(distinct person_id) as people
    from cohorts
    group by cohort_no
)

select
    concat(cast(floor(cohorts.cohort_no / 4.0) as integer), ' Q', cohorts.cohort_no % 4 + 1) as first_bought,
    cohorts.quarter_no - cohorts.cohort_no as quarters_later,
    sizes.people,
    count(*) as people_who_bought,
    cast(100.0 * count(*) / sizes.people as decimal(5, 1)) as percent
from cohorts
join sizes on sizes.cohort_no = cohorts.cohort_no
group by cohorts.cohort_no, cohorts.quarter_no, sizes.people
