{# An amount in euros, from one in the currency of an order: `rate` is what a euro cost in that currency. #}
{% macro in_euros(amount, rate='exchange_rate') -%}
    cast({{ amount }} / {{ rate }} as decimal(12, 2))
{%- endmacro %}
