-- Which accounts are one person: those with the same address. The oldest stands for all of them.
select
    customer_id,
    case
        when email is null then customer_id
        else min(customer_id) over (partition by email)
    end as person_id
from {{ ref('stg_shop__customers') }}
