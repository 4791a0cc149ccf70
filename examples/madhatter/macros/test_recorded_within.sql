{# Rows that came later than so many days after what they tell of: whoever loads the last days anew must go back further. #}
{% test recorded_within(model, placed, recorded, days) %}
select *
from {{ model }}
where {{ recorded }} > {{ placed }} + interval {{ days }} day
{% endtest %}
