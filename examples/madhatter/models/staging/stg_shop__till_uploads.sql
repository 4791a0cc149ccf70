-- Takings that stores sent, each file once.
select
    store_code,
    business_day,
    file_name,
    bytes,
    min(uploaded_at) as uploaded_at,
    count(*) as times_sent
from {{ source('shop', 'till_uploads') }}
group by store_code, business_day, file_name, bytes
