{{ config(meta={'level': 2}, tags='finance') }}
select o.*, c.name from {{ ref('stg_orders') }} o join {{ ref('stg_customers') }} c on c.id = o.customer_id
