{# Models that are files, too: a table, and a copy of it for those who read no tables. #}

{# Where the file of a model goes that does not say so itself. #}
{% macro external_location(relation, config) -%}
  {%- set folder = (target.get('external_root') or '.') ~ '/' ~ relation.identifier -%}
  {%- set partitioned = (config.get('options') or {}).get('partition_by') is not none -%}
  {{- folder if partitioned else folder ~ '.' ~ (config.get('format') or 'parquet') -}}
{%- endmacro %}

{# What follows the name of the file in COPY. The file's ending tells its format if nothing else does. #}
{% macro external_write_options(location, config) -%}
  {%- set options = {} -%}
  {%- for name, value in (config.get('options') or {}).items() -%}
    {%- do options.update({name | lower: render(value | string)}) -%}
  {%- endfor -%}
  {%- for name in ['format', 'delimiter'] if config.get(name) -%}
    {%- do options.update({name: config.get(name)}) -%}
  {%- endfor -%}
  {%- if 'format' not in options -%}
    {%- set ending = location.split('.')[-1] | lower -%}
    {%- set otherwise = 'csv' if 'delimiter' in options else 'parquet' -%}
    {%- do options.update({'format': ending if ending in ['csv', 'json', 'parquet'] else otherwise}) -%}
  {%- endif -%}
  {%- if options['format'] == 'csv' and 'header' not in options -%}
    {%- do options.update({'header': 'true'}) -%}
  {%- endif -%}
  {%- set written = [] -%}
  {%- for name, value in options.items() -%}
    {%- if name in ['delimiter', 'quote', 'escape', 'null', 'nullstr'] and not value.startswith("'") -%}
      {%- do written.append(name ~ " '" ~ value ~ "'") -%}
    {%- elif name == 'partition_by' and not value.startswith('(') -%}
      {%- do written.append(name ~ ' (' ~ value ~ ')') -%}
    {%- else -%}
      {%- do written.append(name ~ ' ' ~ value) -%}
    {%- endif -%}
  {%- endfor -%}
  {{- written | join(', ') -}}
{%- endmacro %}

{# Tables stay, so those of models that do not run are there without more ado. #}
{% macro register_upstream_external_models() %}{% endmacro %}

{% materialization external, default %}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set location = render(config.get('location', default=external_location(this, config))) -%}
  {{ run_hooks(pre_hooks, inside_transaction=False) }}
  {{ run_hooks(pre_hooks, inside_transaction=True) }}
  {%- call statement('main') -%}
    create or replace table {{ target_relation }} as (
      {{ sql }}
    )
  {%- endcall -%}
  {%- call statement('write') -%}
    copy (from {{ target_relation }}) to '{{ location }}' ({{ external_write_options(location, config) }})
  {%- endcall -%}
  {{ run_hooks(post_hooks, inside_transaction=True) }}
  {{ adapter.commit() }}
  {{ run_hooks(post_hooks, inside_transaction=False) }}
  {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
