{# Tables, views and incremental models through statements alone: what a project's own materialization falls back to. #}

{% materialization view, default %}
  {%- set target_relation = this.incorporate(type='view') -%}
  {%- set existing = load_cached_relation(this) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- if existing is not none and existing.type != 'view' -%}
    {%- do adapter.drop_relation(existing) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ get_create_view_as_sql(target_relation, sql) }}
  {%- endcall -%}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {{ adapter.commit() }}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{% materialization table, default %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set intermediate = make_intermediate_relation(target_relation) -%}
  {%- set existing = load_cached_relation(this) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {%- do drop_relation_if_exists(load_cached_relation(intermediate)) -%}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- call statement('main') -%}
    {{ get_create_table_as_sql(False, intermediate, sql) }}
  {%- endcall -%}
  {%- do drop_relation_if_exists(existing) -%}
  {%- do adapter.rename_relation(intermediate, target_relation) -%}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {{ adapter.commit() }}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{% materialization incremental, default %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set existing = load_cached_relation(this) -%}
  {%- set temporary = make_temp_relation(target_relation) -%}
  {%- set on_schema_change = incremental_validate_on_schema_change(config.get('on_schema_change'), default='ignore') -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- if existing is none or existing.type != 'table' or should_full_refresh() -%}
    {%- do drop_relation_if_exists(existing) -%}
    {%- set main_sql = get_create_table_as_sql(False, target_relation, sql) -%}
  {%- else -%}
    {%- do run_query(get_create_table_as_sql(True, temporary, sql)) -%}
    {%- set temporary = temporary.include(database=false, schema=false) -%}
    {%- set columns = process_schema_changes(on_schema_change, temporary, existing) or adapter.get_columns_in_relation(existing) -%}
    {%- set strategy = adapter.get_incremental_strategy_macro(context, config.get('incremental_strategy') or 'default') -%}
    {%- set main_sql = strategy({
        'target_relation': target_relation, 'temp_relation': temporary, 'unique_key': config.get('unique_key'),
        'dest_columns': columns, 'incremental_predicates': config.get('predicates') or config.get('incremental_predicates')}) -%}
  {%- endif -%}
  {%- call statement('main') -%}
    {{ main_sql }}
  {%- endcall -%}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {{ adapter.commit() }}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
