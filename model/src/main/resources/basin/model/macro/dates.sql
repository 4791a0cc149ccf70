{# Dates and times. A datepart is a word of the template: 'day', 'month' and so on. #}

{% macro current_timestamp() -%}{{ return(adapter.dispatch('current_timestamp', 'dbt')()) }}{%- endmacro %}
{% macro default__current_timestamp() -%}current_timestamp{%- endmacro %}
{% macro duckdb__current_timestamp() -%}now(){%- endmacro %}

{% macro current_timestamp_backcompat() -%}
  {{ return(adapter.dispatch('current_timestamp_backcompat', 'dbt')()) }}
{%- endmacro %}
{% macro default__current_timestamp_backcompat() -%}cast(current_timestamp as {{ type_timestamp() }}){%- endmacro %}

{% macro current_timestamp_in_utc_backcompat() -%}
  {{ return(adapter.dispatch('current_timestamp_in_utc_backcompat', 'dbt')()) }}
{%- endmacro %}
{% macro default__current_timestamp_in_utc_backcompat() -%}
cast(current_timestamp at time zone 'UTC' as {{ type_timestamp() }})
{%- endmacro %}

{% macro date(year, month, day) -%}{{ return(adapter.dispatch('date', 'dbt')(year, month, day)) }}{%- endmacro %}
{% macro default__date(year, month, day) -%}
to_date('{{ modules.datetime.date(year, month, day).strftime('%Y-%m-%d') }}', 'YYYY-MM-DD')
{%- endmacro %}
{% macro duckdb__date(year, month, day) -%}
date '{{ modules.datetime.date(year, month, day).strftime('%Y-%m-%d') }}'
{%- endmacro %}
{% macro trino__date(year, month, day) -%}
date '{{ modules.datetime.date(year, month, day).strftime('%Y-%m-%d') }}'
{%- endmacro %}

{% macro date_trunc(datepart, date) -%}{{ return(adapter.dispatch('date_trunc', 'dbt')(datepart, date)) }}{%- endmacro %}
{% macro default__date_trunc(datepart, date) -%}date_trunc('{{ datepart }}', {{ date }}){%- endmacro %}

{% macro dateadd(datepart, interval, from_date_or_timestamp) -%}
  {{ return(adapter.dispatch('dateadd', 'dbt')(datepart, interval, from_date_or_timestamp)) }}
{%- endmacro %}
{% macro default__dateadd(datepart, interval, from_date_or_timestamp) -%}
{{ from_date_or_timestamp }} + (({{ interval }}) * interval '1 {{ datepart }}')
{%- endmacro %}
{# A date that is written out has no type of its own yet. #}
{% macro duckdb__dateadd(datepart, interval, from_date_or_timestamp) -%}
{%- set from = from_date_or_timestamp | string | trim -%}
date_add({{ 'cast(' ~ from ~ ' as timestamp)' if from.startswith("'") and from.endswith("'") else from }}, interval ({{ interval }}) {{ datepart }})
{%- endmacro %}
{% macro trino__dateadd(datepart, interval, from_date_or_timestamp) -%}
date_add('{{ datepart }}', {{ interval }}, {{ from_date_or_timestamp }})
{%- endmacro %}

{# How many boundaries of the datepart lie between the two. #}
{% macro datediff(first_date, second_date, datepart) -%}
  {{ return(adapter.dispatch('datediff', 'dbt')(first_date, second_date, datepart)) }}
{%- endmacro %}
{% macro default__datediff(first_date, second_date, datepart) -%}
datediff({{ datepart }}, {{ first_date }}, {{ second_date }})
{%- endmacro %}
{% macro duckdb__datediff(first_date, second_date, datepart) -%}
date_diff('{{ datepart }}', {{ first_date }}::timestamp, {{ second_date }}::timestamp)
{%- endmacro %}
{% macro trino__datediff(first_date, second_date, datepart) -%}
date_diff('{{ datepart }}', date_trunc('{{ datepart }}', cast({{ first_date }} as timestamp)), date_trunc('{{ datepart }}', cast({{ second_date }} as timestamp)))
{%- endmacro %}

{% macro last_day(date, datepart) -%}{{ return(adapter.dispatch('last_day', 'dbt')(date, datepart)) }}{%- endmacro %}
{% macro default__last_day(date, datepart) -%}{{ default_last_day(date, datepart) }}{%- endmacro %}
{% macro duckdb__last_day(date, datepart) -%}
{%- if datepart == 'month' -%}
last_day({{ date }})
{%- else -%}
{{ default_last_day(date, datepart) }}
{%- endif -%}
{%- endmacro %}
{% macro trino__last_day(date, datepart) -%}
{%- if datepart == 'month' -%}
last_day_of_month({{ date }})
{%- else -%}
{{ default_last_day(date, datepart) }}
{%- endif -%}
{%- endmacro %}

{# The day before the next period begins. #}
{% macro default_last_day(date, datepart) -%}
{%- set parts_to_add = 3 if datepart == 'quarter' else 1 -%}
{%- set part = 'month' if datepart == 'quarter' else datepart -%}
cast({{ dateadd('day', '-1', dateadd(part, parts_to_add, date_trunc(datepart, date))) }} as date)
{%- endmacro %}

{# A number for each period between two dates: how many rows a date spine needs. Asks the database. #}
{% macro get_intervals_between(start_date, end_date, datepart) -%}
  {{ return(adapter.dispatch('get_intervals_between', 'dbt')(start_date, end_date, datepart)) }}
{%- endmacro %}
{% macro default__get_intervals_between(start_date, end_date, datepart) -%}
  {%- if not execute -%}
    {{ return(1) }}
  {%- endif -%}
  {%- set counted = run_query('select ' ~ datediff(start_date, end_date, datepart)) -%}
  {{ return(counted.rows[0][0]) }}
{%- endmacro %}

{# A query of one row per period, in a column date_<datepart>: from the start, and before the end. #}
{% macro date_spine(datepart, start_date, end_date) -%}
  {{ return(adapter.dispatch('date_spine', 'dbt')(datepart, start_date, end_date)) }}
{%- endmacro %}
{% macro default__date_spine(datepart, start_date, end_date) %}
with numbers as (
    {{ generate_series(get_intervals_between(start_date, end_date, datepart)) }}
),
periods as (
    select {{ dateadd(datepart, 'row_number() over (order by generated_number) - 1', start_date) }} as date_{{ datepart }}
    from numbers
)
select * from periods where date_{{ datepart }} <= {{ end_date }}
{% endmacro %}

{# A query of the numbers from 1 to the bound in a column generated_number. #}
{% macro generate_series(upper_bound) -%}
  {{ return(adapter.dispatch('generate_series', 'dbt')(upper_bound)) }}
{%- endmacro %}
{% macro default__generate_series(upper_bound) %}
{%- set powers = range(get_powers_of_two(upper_bound)) %}
with bits as (select 0 as bit union all select 1),
numbers as (
    select {% for power in powers %}b{{ power }}.bit * {{ 2 ** power }}{{ ' + ' if not loop.last }}{% endfor %} + 1 as generated_number
    from {% for power in powers %}{{ 'cross join ' if not loop.first }}bits as b{{ power }} {% endfor %}
)
select generated_number from numbers where generated_number <= {{ upper_bound }} order by generated_number
{% endmacro %}
{% macro duckdb__generate_series(upper_bound) %}
select unnest(generate_series(1, {{ upper_bound }})) as generated_number
{% endmacro %}
{% macro trino__generate_series(upper_bound) %}
{%- if upper_bound is number and upper_bound > 10000 -%}
{{ default__generate_series(upper_bound) }}
{%- else -%}
select generated_number from unnest(sequence(1, {{ upper_bound }})) as numbers (generated_number)
{%- endif -%}
{% endmacro %}

{# How many bits it takes to count to the bound: 1 for 1 and 2, 3 for 8. #}
{% macro get_powers_of_two(upper_bound) -%}
  {{ return(adapter.dispatch('get_powers_of_two', 'dbt')(upper_bound)) }}
{%- endmacro %}
{% macro default__get_powers_of_two(upper_bound) -%}
  {%- if upper_bound <= 0 -%}
    {{ exceptions.raise_compiler_error('a series needs an upper bound above 0, not ' ~ upper_bound) }}
  {%- endif -%}
  {%- for power in range(1, 101) if upper_bound <= 2 ** power -%}
    {%- if loop.first -%}{{ return(power) }}{%- endif -%}
  {%- endfor -%}
{%- endmacro %}

{# Dates of the template's side. A text in, in the format given; a datetime out. #}
{% macro convert_datetime(date_str, date_fmt) -%}
  {%- set found = modules.datetime.datetime.strptime(date_str | string, date_fmt) -%}
  {{ return(found) }}
{%- endmacro %}

{# All days from a date to another, both included, as texts. #}
{% macro dates_in_range(start_date_str, end_date_str=none, in_fmt='%Y%m%d', out_fmt='%Y%m%d') -%}
  {%- set first = convert_datetime(start_date_str, in_fmt) -%}
  {%- set last = convert_datetime(end_date_str if end_date_str is not none else start_date_str, in_fmt) -%}
  {%- set days = (last - first).days -%}
  {%- if days < 0 -%}
    {{ exceptions.raise_compiler_error('the range of dates ends at ' ~ end_date_str ~ ', before its start ' ~ start_date_str) }}
  {%- endif -%}
  {%- set found = [] -%}
  {%- for day in range(days + 1) -%}
    {%- do found.append((first + modules.datetime.timedelta(days=day)).strftime(out_fmt)) -%}
  {%- endfor -%}
  {{ return(found) }}
{%- endmacro %}

{# The days of '20240101' or of '20240101,20240131'. #}
{% macro partition_range(raw_partition_date, date_fmt='%Y%m%d') -%}
  {%- set ends = (raw_partition_date | string).split(',') -%}
  {%- if ends | length > 2 -%}
    {{ exceptions.raise_compiler_error('a range of partitions is one date or two with a comma between, not ' ~ raw_partition_date) }}
  {%- endif -%}
  {{ return(dates_in_range(ends[0], ends[1] if ends | length == 2 else none, in_fmt=date_fmt)) }}
{%- endmacro %}

{% macro py_current_timestring() -%}
  {{ return(modules.datetime.datetime.now().strftime('%Y%m%d%H%M%S%f')) }}
{%- endmacro %}
