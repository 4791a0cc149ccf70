{# Snapshots: how a changed row is noticed, and the statements that keep its history. #}

{# The names of the columns that a snapshot adds. #}
{% macro get_snapshot_table_column_names() -%}
  {%- set names = {
      'dbt_valid_to': 'dbt_valid_to', 'dbt_valid_from': 'dbt_valid_from', 'dbt_scd_id': 'dbt_scd_id',
      'dbt_updated_at': 'dbt_updated_at', 'dbt_is_deleted': 'dbt_is_deleted'} -%}
  {%- do names.update(config.get('snapshot_meta_column_names') or {}) -%}
  {{ return(names) }}
{%- endmacro %}

{% macro snapshot_hash_arguments(args) -%}
  {{ return(adapter.dispatch('snapshot_hash_arguments', 'dbt')(args)) }}
{%- endmacro %}
{% macro default__snapshot_hash_arguments(args) -%}
{%- set parts = [] -%}
{%- for arg in args -%}{%- do parts.append("coalesce(cast(" ~ arg ~ " as varchar), '')") -%}{%- endfor -%}
md5({{ parts | join(" || '|' || ") }})
{%- endmacro %}
{% macro trino__snapshot_hash_arguments(args) -%}
{%- set parts = [] -%}
{%- for arg in args -%}{%- do parts.append("coalesce(cast(" ~ arg ~ " as varchar), '')") -%}{%- endfor -%}
lower(to_hex(md5(to_utf8({{ parts | join(" || '|' || ") }}))))
{%- endmacro %}

{% macro snapshot_get_time() -%}{{ return(adapter.dispatch('snapshot_get_time', 'dbt')()) }}{%- endmacro %}
{% macro default__snapshot_get_time() -%}{{ current_timestamp() }}{%- endmacro %}
{% macro duckdb__snapshot_get_time() -%}{{ current_timestamp() }}::timestamp{%- endmacro %}
{% macro trino__snapshot_get_time() -%}cast(current_timestamp as timestamp(6)){%- endmacro %}

{% macro snapshot_string_as_time(timestamp) -%}
  {{ return(adapter.dispatch('snapshot_string_as_time', 'dbt')(timestamp)) }}
{%- endmacro %}
{% macro default__snapshot_string_as_time(timestamp) -%}{{ return("cast('" ~ timestamp ~ "' as timestamp)") }}{%- endmacro %}

{# The macro of a strategy: one of a project's own has the same name with its own in place of `timestamp`. #}
{% macro strategy_dispatch(name) -%}
  {%- set parts = name.split('.') -%}
  {%- set macro_name = 'snapshot_' ~ parts[-1] ~ '_strategy' -%}
  {%- set namespace_of_it = context.get(parts[0], {}) if parts | length > 1 else context -%}
  {%- if macro_name not in namespace_of_it -%}
    {{ exceptions.raise_compiler_error("there is no snapshot strategy '" ~ name ~ "'; write check, timestamp or define the macro " ~ macro_name) }}
  {%- endif -%}
  {{ return(namespace_of_it[macro_name]) }}
{%- endmacro %}

{% macro get_snapshot_keys(unique_key) -%}
  {{ return([unique_key] if unique_key is string else unique_key | list) }}
{%- endmacro %}

{% macro snapshot_timestamp_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) -%}
  {%- set columns = get_snapshot_table_column_names() -%}
  {%- set updated_at = model_config.get('updated_at') -%}
  {%- set unique_key = model_config.get('unique_key') -%}
  {{ return({
      'unique_key': unique_key,
      'updated_at': updated_at,
      'row_changed': '(' ~ snapshotted_rel ~ '.' ~ columns.dbt_valid_from ~ ' < ' ~ current_rel ~ '.' ~ updated_at ~ ')',
      'scd_id': snapshot_hash_arguments(get_snapshot_keys(unique_key) + [updated_at]),
      'hard_deletes': adapter.get_hard_deletes_behavior(model_config),
      'invalidate_hard_deletes': adapter.get_hard_deletes_behavior(model_config) == 'invalidate'}) }}
{%- endmacro %}

{% macro snapshot_check_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) -%}
  {%- set unique_key = model_config.get('unique_key') -%}
  {%- set updated_at = model_config.get('updated_at') or snapshot_get_time() -%}
  {%- set check_cols = model_config.get('check_cols') -%}
  {%- if not check_cols -%}
    {{ exceptions.raise_compiler_error('the snapshot strategy check needs check_cols: a list of columns, or all') }}
  {%- endif -%}
  {%- set existing = snapshot_check_columns(node, check_cols, target_exists) -%}
  {%- set conditions = ['true'] if existing.added else [] -%}
  {%- for column in existing.columns -%}
    {%- do conditions.append(snapshotted_rel ~ '.' ~ column ~ ' is distinct from ' ~ current_rel ~ '.' ~ column) -%}
  {%- endfor -%}
  {{ return({
      'unique_key': unique_key,
      'updated_at': updated_at,
      'row_changed': '(' ~ (conditions | join(' or ') or 'false') ~ ')',
      'scd_id': snapshot_hash_arguments(get_snapshot_keys(unique_key) + [updated_at]),
      'hard_deletes': adapter.get_hard_deletes_behavior(model_config),
      'invalidate_hard_deletes': adapter.get_hard_deletes_behavior(model_config) == 'invalidate'}) }}
{%- endmacro %}

{# The columns to compare, and whether the query has one that the table has not yet. #}
{% macro snapshot_check_columns(node, check_cols, target_exists) -%}
  {%- if not target_exists -%}
    {{ return({'columns': [] if check_cols == 'all' else check_cols, 'added': false}) }}
  {%- endif -%}
  {%- set of_query = get_columns_in_query(node['compiled_code']) -%}
  {%- set wanted = of_query if check_cols == 'all' else check_cols -%}
  {%- set of_table = adapter.get_columns_in_relation(this) | map(attribute='name') | map('lower') | list -%}
  {%- set found = {'columns': [], 'added': false} -%}
  {%- for column in wanted -%}
    {%- if column | lower in of_table -%}
      {%- do found['columns'].append(adapter.quote(column) if check_cols == 'all' else column) -%}
    {%- else -%}
      {%- do found.update({'added': true}) -%}
    {%- endif -%}
  {%- endfor -%}
  {{ return(found) }}
{%- endmacro %}

{% macro get_dbt_valid_to_current(strategy, columns) -%}
  {%- set current = config.get('dbt_valid_to_current') -%}
{{ current if current else 'nullif(' ~ strategy.updated_at ~ ', ' ~ strategy.updated_at ~ ')' }} as {{ columns.dbt_valid_to }}
{%- endmacro %}

{% macro snapshot_is_current(relation_alias, columns) -%}
  {%- set current = config.get('dbt_valid_to_current') -%}
{%- if current -%}
({{ relation_alias }}.{{ columns.dbt_valid_to }} = {{ current }} or {{ relation_alias }}.{{ columns.dbt_valid_to }} is null)
{%- else -%}
{{ relation_alias }}.{{ columns.dbt_valid_to }} is null
{%- endif -%}
{%- endmacro %}

{# The first contents of a snapshot: every row is current. #}
{% macro build_snapshot_table(strategy, sql) -%}
  {{ return(adapter.dispatch('build_snapshot_table', 'dbt')(strategy, sql)) }}
{%- endmacro %}
{% macro default__build_snapshot_table(strategy, sql) %}
{%- set columns = get_snapshot_table_column_names() %}
select *,
    {{ strategy.scd_id }} as {{ columns.dbt_scd_id }},
    {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
    {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
    {{ get_dbt_valid_to_current(strategy, columns) }}
    {%- if strategy.hard_deletes == 'new_record' %},
    'False' as {{ columns.dbt_is_deleted }}
    {%- endif %}
from (
{{ sql }}
) as dbt_snapshot_query
{% endmacro %}

{# What has to be done to a snapshot: rows to insert, and rows to close, each with its dbt_change_type. #}
{% macro snapshot_staging_table(strategy, source_sql, target_relation) -%}
  {{ return(adapter.dispatch('snapshot_staging_table', 'dbt')(strategy, source_sql, target_relation)) }}
{%- endmacro %}
{% macro default__snapshot_staging_table(strategy, source_sql, target_relation) %}
{%- set columns = get_snapshot_table_column_names() -%}
{%- set keys = get_snapshot_keys(strategy.unique_key) -%}
{%- set keeps_deleted = strategy.hard_deletes == 'new_record' -%}
{%- set own = [columns.dbt_scd_id, columns.dbt_updated_at, columns.dbt_valid_from, columns.dbt_valid_to, columns.dbt_is_deleted] -%}
{%- set now = snapshot_get_time() %}
with snapshot_query as (
{{ source_sql }}
),
snapshotted_data as (
    select *, {% for key in keys %}{{ key }} as dbt_unique_key_{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}
    from {{ target_relation }} as snapshotted
    where {{ snapshot_is_current('snapshotted', columns) }}
),
source_data as (
    select *, {% for key in keys %}{{ key }} as dbt_unique_key_{{ loop.index }}, {% endfor %}
        {{ strategy.updated_at }} as {{ columns.dbt_updated_at }},
        {{ strategy.updated_at }} as {{ columns.dbt_valid_from }},
        {{ get_dbt_valid_to_current(strategy, columns) }},
        {{ strategy.scd_id }} as {{ columns.dbt_scd_id }}
    from snapshot_query
),
insertions as (
    select 'insert' as dbt_change_type, source_data.*
        {%- if keeps_deleted %}, 'False' as {{ columns.dbt_is_deleted }}{% endif %}
    from source_data
    left join snapshotted_data on {{ snapshot_same_key(keys) }}
    where snapshotted_data.dbt_unique_key_1 is null
        or {{ strategy.row_changed }}
        {%- if keeps_deleted %} or snapshotted_data.{{ columns.dbt_is_deleted }} = 'True'{% endif %}
),
updates as (
    select 'update' as dbt_change_type, source_data.* exclude ({{ columns.dbt_valid_to }}, {{ columns.dbt_scd_id }}),
        {%- if keeps_deleted %}
        snapshotted_data.{{ columns.dbt_is_deleted }},
        {%- endif %}
        source_data.{{ columns.dbt_valid_from }} as {{ columns.dbt_valid_to }},
        snapshotted_data.{{ columns.dbt_scd_id }}
    from source_data
    join snapshotted_data on {{ snapshot_same_key(keys) }}
    where {{ strategy.row_changed }}
        {%- if keeps_deleted %} or snapshotted_data.{{ columns.dbt_is_deleted }} = 'True'{% endif %}
)
{%- if strategy.hard_deletes != 'ignore' %},
gone as (
    select snapshotted_data.*
    from snapshotted_data
    left join source_data on {{ snapshot_same_key(keys) }}
    where source_data.dbt_unique_key_1 is null
        {%- if keeps_deleted %} and snapshotted_data.{{ columns.dbt_is_deleted }} != 'True'{% endif %}
),
deletes as (
    select 'delete' as dbt_change_type, gone.* exclude ({{ columns.dbt_valid_from }}, {{ columns.dbt_updated_at }}, {{ columns.dbt_valid_to }}),
        {{ now }} as {{ columns.dbt_valid_from }},
        {{ now }} as {{ columns.dbt_updated_at }},
        {{ now }} as {{ columns.dbt_valid_to }}
    from gone
)
{%- endif %}
{%- if keeps_deleted %},
deletion_records as (
    select 'insert' as dbt_change_type,
        gone.* exclude ({{ own | join(', ') }}),
        {{ now }} as {{ columns.dbt_valid_from }},
        {{ now }} as {{ columns.dbt_updated_at }},
        {{ config.get('dbt_valid_to_current') or 'cast(null as timestamp)' }} as {{ columns.dbt_valid_to }},
        {{ snapshot_hash_arguments(keys + [now]) }} as {{ columns.dbt_scd_id }},
        'True' as {{ columns.dbt_is_deleted }}
    from gone
)
{%- endif %}
select * from insertions
union all by name
select * from updates
{%- if strategy.hard_deletes != 'ignore' %}
union all by name
select * from deletes
{%- endif %}
{%- if keeps_deleted %}
union all by name
select * from deletion_records
{%- endif %}
{% endmacro %}

{% macro snapshot_same_key(keys) -%}
{% for key in keys %}snapshotted_data.dbt_unique_key_{{ loop.index }} = source_data.dbt_unique_key_{{ loop.index }}{{ ' and ' if not loop.last }}{% endfor %}
{%- endmacro %}

{% macro build_snapshot_staging_table(strategy, sql, target_relation) -%}
  {%- set staging = make_temp_relation(target_relation) -%}
  {%- set select_sql = snapshot_staging_table(strategy, sql, target_relation) -%}
  {%- call statement('build_snapshot_staging_relation') %}
    {{ create_table_as(True, staging, select_sql) }}
  {%- endcall -%}
  {{ return(staging.include(database=false, schema=false)) }}
{%- endmacro %}

{% macro snapshot_merge_sql(target, source, insert_cols) -%}
  {{ return(adapter.dispatch('snapshot_merge_sql', 'dbt')(target, source, insert_cols)) }}
{%- endmacro %}
{% macro default__snapshot_merge_sql(target, source, insert_cols) -%}
{%- set columns = get_snapshot_table_column_names() -%}
merge into {{ target.render() }} as DBT_INTERNAL_DEST
using {{ source }} as DBT_INTERNAL_SOURCE
on DBT_INTERNAL_SOURCE.{{ columns.dbt_scd_id }} = DBT_INTERNAL_DEST.{{ columns.dbt_scd_id }}
when matched and {{ snapshot_is_current('DBT_INTERNAL_DEST', columns) }}
    and DBT_INTERNAL_SOURCE.dbt_change_type in ('update', 'delete')
then update set {{ columns.dbt_valid_to }} = DBT_INTERNAL_SOURCE.{{ columns.dbt_valid_to }}
when not matched and DBT_INTERNAL_SOURCE.dbt_change_type = 'insert'
then insert ({{ insert_cols | join(', ') }})
values ({% for name in insert_cols %}DBT_INTERNAL_SOURCE.{{ name }}{{ ', ' if not loop.last }}{% endfor %})
{%- endmacro %}

{% macro create_columns(relation, columns) -%}{{ return(adapter.dispatch('create_columns', 'dbt')(relation, columns)) }}{%- endmacro %}
{% macro default__create_columns(relation, columns) -%}
  {%- do alter_relation_add_remove_columns(relation, columns, none) -%}
{%- endmacro %}

{% macro post_snapshot(staging_relation) -%}{{ return(adapter.dispatch('post_snapshot', 'dbt')(staging_relation)) }}{%- endmacro %}
{% macro default__post_snapshot(staging_relation) -%}
  {%- do drop_relation_if_exists(staging_relation) -%}
{%- endmacro %}

{% materialization snapshot, default %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set strategy_name = config.get('strategy') -%}
  {%- if not strategy_name or not config.get('unique_key') -%}
    {{ exceptions.raise_compiler_error('a snapshot needs the settings strategy (timestamp or check) and unique_key') }}
  {%- endif -%}
  {%- if existing is not none and existing.type != 'table' -%}
    {{ exceptions.raise_compiler_error('the snapshot ' ~ this ~ ' would replace a ' ~ existing.type ~ '; drop that first') }}
  {%- endif -%}

  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}

  {%- set strategy = strategy_dispatch(strategy_name)(model, 'snapshotted_data', 'source_data', model['config'], existing is not none) -%}
  {%- if existing is none -%}
    {%- call statement('main') -%}
      {{ create_table_as(False, target_relation, build_snapshot_table(strategy, model['compiled_code'])) }}
    {%- endcall -%}
  {%- else -%}
    {{ adapter.assert_valid_snapshot_target_given_strategy(target_relation, get_snapshot_table_column_names(), strategy) }}
    {%- set staging = build_snapshot_staging_table(strategy, sql, target_relation) -%}
    {%- set bookkeeping = ['dbt_change_type'] -%}
    {%- for key in get_snapshot_keys(strategy.unique_key) -%}{%- do bookkeeping.append('dbt_unique_key_' ~ loop.index) -%}{%- endfor -%}
    {%- set missing = adapter.get_missing_columns(staging, target_relation) | rejectattr('name', 'in', bookkeeping) | list -%}
    {%- if missing -%}{%- do create_columns(target_relation, missing) -%}{%- endif -%}
    {%- set names = [] -%}
    {%- for column in adapter.get_columns_in_relation(staging) if column.name not in bookkeeping -%}
      {%- do names.append(adapter.quote(column.name)) -%}
    {%- endfor -%}
    {%- call statement('main') -%}
      {{ snapshot_merge_sql(target=target_relation, source=staging, insert_cols=names) }}
    {%- endcall -%}
  {%- endif -%}

  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {{ adapter.commit() }}
  {%- if staging is defined -%}{%- do post_snapshot(staging) -%}{%- endif -%}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
