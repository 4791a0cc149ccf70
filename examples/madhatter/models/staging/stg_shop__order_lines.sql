-- The products of each order. Amounts are in the order's currency.
select
    order_id,
    line_no,
    product_id,
    quantity,
    unit_price,
    discount,
    amount,
    shipment_part
from {{ source('shop', 'order_lines') }}
