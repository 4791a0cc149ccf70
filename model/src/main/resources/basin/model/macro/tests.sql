{# The four tests every project uses. A test is a query of the rows that are wrong. #}

{% test not_null(model, column_name) %}
  {{ return(adapter.dispatch('test_not_null', 'dbt')(model, column_name)) }}
{% endtest %}
{% macro default__test_not_null(model, column_name) %}
select {{ '*' if should_store_failures() else column_name }}
from {{ model }}
where {{ column_name }} is null
{% endmacro %}

{% test unique(model, column_name) %}
  {{ return(adapter.dispatch('test_unique', 'dbt')(model, column_name)) }}
{% endtest %}
{% macro default__test_unique(model, column_name) %}
select {{ column_name }} as unique_field, count(*) as n_records
from {{ model }}
where {{ column_name }} is not null
group by {{ column_name }}
having count(*) > 1
{% endmacro %}

{% test accepted_values(model, column_name, values, quote=True) %}
  {{ return(adapter.dispatch('test_accepted_values', 'dbt')(model, column_name, values, quote)) }}
{% endtest %}
{% macro default__test_accepted_values(model, column_name, values, quote=True) %}
with all_values as (
    select {{ column_name }} as value_field, count(*) as n_records
    from {{ model }}
    group by {{ column_name }}
)
select *
from all_values
where value_field not in (
    {% for value in values -%}
    {{ "'" ~ (value | string | replace("'", "''")) ~ "'" if quote else value }}{{ ', ' if not loop.last }}
    {%- endfor %}
)
{% endmacro %}

{% test relationships(model, column_name, to, field) %}
  {{ return(adapter.dispatch('test_relationships', 'dbt')(model, column_name, to, field)) }}
{% endtest %}
{% macro default__test_relationships(model, column_name, to, field) %}
with child as (
    select {{ column_name }} as from_field
    from {{ model }}
    where {{ column_name }} is not null
),
parent as (
    select {{ field }} as to_field
    from {{ to }}
)
select from_field
from child
left join parent on child.from_field = parent.to_field
where parent.to_field is null
{% endmacro %}

{# What a generic test reads: its model, or the rows of it that the test's `where` leaves. #}
{% macro get_where_subquery(relation) -%}
  {{ return(adapter.dispatch('get_where_subquery', 'dbt')(relation)) }}
{%- endmacro %}
{% macro default__get_where_subquery(relation) -%}
  {%- set where = config.get('where', '') -%}
  {%- if where -%}
    {{ return('(select * from ' ~ relation ~ ' where ' ~ where ~ ') dbt_subquery') }}
  {%- endif -%}
  {{ return(relation) }}
{%- endmacro %}

{# One row: how many failures, and whether they are enough for a warning and for an error. #}
{% macro get_test_sql(main_sql, fail_calc, warn_if, error_if, limit) -%}
  {{ return(adapter.dispatch('get_test_sql', 'dbt')(main_sql, fail_calc, warn_if, error_if, limit)) }}
{%- endmacro %}
{% macro default__get_test_sql(main_sql, fail_calc, warn_if, error_if, limit) -%}
select
  {{ fail_calc }} as failures,
  {{ fail_calc }} {{ warn_if }} as should_warn,
  {{ fail_calc }} {{ error_if }} as should_error
from (
{{ main_sql }}
{{ 'limit ' ~ limit if limit is not none }}
) dbt_internal_test
{%- endmacro %}

{% macro should_store_failures() -%}
  {%- set configured = config.get('store_failures') -%}
  {{ return(configured if configured is not none else flags.STORE_FAILURES) }}
{%- endmacro %}

{% materialization test, default %}
  {%- set limit = config.get('limit') -%}
  {%- set relations = [] -%}
  {%- set rows_sql = sql -%}
  {%- if should_store_failures() -%}
    {%- set kind = config.get('store_failures_as') or 'table' -%}
    {%- set old = adapter.get_relation(database=database, schema=schema, identifier=model['alias']) -%}
    {%- set stored = api.Relation.create(
        identifier=model['alias'], schema=schema, database=database,
        type=(kind if kind in ['table', 'view'] else 'table')) -%}
    {%- do drop_relation_if_exists(old) -%}
    {%- call statement(auto_begin=True) -%}
      {{ get_create_view_as_sql(stored, sql) if kind == 'view' else get_create_table_as_sql(False, stored, sql) }}
    {%- endcall -%}
    {%- do relations.append(stored) -%}
    {%- set rows_sql = 'select * from ' ~ stored -%}
    {{ adapter.commit() }}
  {%- endif -%}
  {%- call statement('main', fetch_result=True) -%}
    {{ get_test_sql(rows_sql, config.get('fail_calc'), config.get('warn_if'), config.get('error_if'), limit) }}
  {%- endcall -%}
  {{ return({'relations': relations}) }}
{% endmaterialization %}

{# The rows that a unit test gives, or expects, as a query: typed as the columns are, null where a row says nothing. #}
{% macro get_fixture_sql(rows, column_name_to_data_types) -%}
  {%- if not rows %}
select {% for column, type in column_name_to_data_types.items() %}{{ safe_cast('null', type) }} as {{ adapter.quote(column) }}{{ ', ' if not loop.last }}{% endfor %}
limit 0
  {%- endif -%}
  {%- for row in rows %}
select {% for column, type in column_name_to_data_types.items() %}{{ cast(get_fixture_value(row.get(column), type), type) }} as {{ adapter.quote(column) }}{{ ', ' if not loop.last }}{% endfor %}
{{ 'union all' if not loop.last }}
  {%- endfor -%}
{%- endmacro %}

{% macro get_fixture_value(value, type) -%}
  {%- if value is none -%}
    {{ return('null') }}
  {%- elif value is string -%}
    {{ return(string_literal(escape_single_quotes(value))) }}
  {%- elif value is boolean -%}
    {{ return('true' if value else 'false') }}
  {%- elif value is number -%}
    {{ return(value | string) }}
  {%- elif value is mapping or value is sequence -%}
    {{ return(string_literal(escape_single_quotes(tojson(value)))) }}
  {%- endif -%}
  {{ return(string_literal(escape_single_quotes(value | string))) }}
{%- endmacro %}

{# Both sides of a unit test, each row with the side it is from. #}
{% macro get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
  {{ return(adapter.dispatch('get_unit_test_sql', 'dbt')(main_sql, expected_fixture_sql, expected_column_names)) }}
{%- endmacro %}
{% macro default__get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
with dbt_internal_unit_test_actual as (
    select {% for name in expected_column_names %}{{ adapter.quote(name) }}, {% endfor %}'actual' as actual_or_expected
    from (
{{ main_sql }}
    ) as dbt_internal_unit_test_model
),
dbt_internal_unit_test_expected as (
    select {% for name in expected_column_names %}{{ adapter.quote(name) }}, {% endfor %}'expected' as actual_or_expected
    from (
{{ expected_fixture_sql }}
    ) as dbt_internal_unit_test_rows
)
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected
{%- endmacro %}
