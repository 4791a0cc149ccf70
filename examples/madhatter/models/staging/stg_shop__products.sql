-- Articles with their shelf. The list price is today's; what was paid stands in the order line.
select
    p.id as product_id,
    p.sku,
    p.name as product,
    shelf.name as category,
    coalesce(top.name, shelf.name) as department,
    shelf.return_days,
    p.list_price as list_price_eur,
    p.unit_cost as unit_cost_eur,
    p.connected as is_connected,
    p.launched_on,
    p.discontinued_on
from {{ source('shop', 'products') }} as p
join {{ source('shop', 'categories') }} as shelf on shelf.id = p.category_id
left join {{ source('shop', 'categories') }} as top on top.id = shelf.parent_id
