-- Parcels with who brought them. One that was lost was never delivered.
select
    s.id as shipment_id,
    s.order_id,
    s.part,
    c.name as carrier,
    s.weight_kg,
    s.shipped_at,
    s.promised_on,
    s.delivered_at
from {{ source('shop', 'shipments') }} as s
join {{ source('shop', 'carriers') }} as c on c.id = s.carrier_id
