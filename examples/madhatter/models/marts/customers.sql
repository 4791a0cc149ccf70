-- One row for each person, however many accounts they have, with what they were worth so far.
with bought as (
    select
        person_id,
        min(placed_on) as first_order_on,
        max(placed_on) as last_order_on,
        count(*) as orders,
        cast(sum(total_eur - refunded_eur) as decimal(14, 2)) as lifetime_value_eur
    from {{ ref('orders') }}
    where is_kept
    group by person_id
),

accounts as (
    select person_id, count(*) as accounts
    from {{ ref('int_people') }}
    group by person_id
)

select
    person.customer_id as person_id,
    person.full_name,
    person.segment,
    person.company,
    person.country,
    country.country_name,
    country.region,
    person.may_be_written_to and not person.is_erased as may_be_written_to,
    person.created_at,
    accounts.accounts,
    bought.first_order_on,
    bought.last_order_on,
    coalesce(bought.orders, 0) as orders,
    coalesce(bought.lifetime_value_eur, 0) as lifetime_value_eur,
    coalesce(bought.lifetime_value_eur, 0) >= {{ var('regular_from_eur') }} as is_regular
from accounts
join {{ ref('stg_shop__customers') }} as person on person.customer_id = accounts.person_id
left join {{ ref('countries') }} as country on country.country = person.country
left join bought on bought.person_id = accounts.person_id
