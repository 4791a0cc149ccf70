-- Accounts, with one spelling of each address, and consent only where it was given.
with accounts as (
    select * from {{ source('shop', 'customers') }}
)

select
    id as customer_id,
    segment,
    company,
    nullif(trim(concat_ws(' ', given_name, family_name)), '') as full_name,
    regexp_replace(lower(trim(email)), '[+][^@]*@', '@') as email,
    born_on,
    country,
    language,
    coalesce(consent, false) as may_be_written_to,
    created_at,
    erased_at is not null as is_erased
from accounts
