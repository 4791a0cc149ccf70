select country, count(*) as orders from {{ ref('orders') }} join {{ ref('countries') }} using (id) group by 1
