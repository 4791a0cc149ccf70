-- The products that earned most in 2024, before and after what came back: which lost their place?
with sold as (
    select
        product,
        sum(pieces) as pieces,
        sum(pieces_returned) as returned,
        sum(earned_eur + refunded_eur) as earned,
        sum(earned_eur) as after_returns
    from marts.revenue_by_day_and_product
    where channel <> 'wholesale' and extract(year from day) = 2024
    group by product
),
ranked as (
    select
        *,
        rank() over (order by earned desc) as place,
        rank() over (order by after_returns desc) as place_after
    from sold
)
select
    product,
    pieces,
    cast(100.0 * returned / pieces as decimal(5, 1)) as returned_percent,
    earned as earned_eur,
    after_returns as after_returns_eur,
    place,
    place_after
from ranked
where place <= 12
order by place;
