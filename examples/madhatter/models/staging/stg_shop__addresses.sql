-- Addresses; a postcode that nobody knows is null, however it was left out.
select
    customer_id,
    address_no,
    label,
    case when lower(trim(postcode)) in ('', 'unknown') then null else trim(postcode) end as postcode,
    city,
    country
from {{ source('shop', 'addresses') }}
