{# Seeds, as statements: for materializations that projects write themselves. #}

{% macro get_binding_char() -%}{{ return('?') }}{%- endmacro %}
{% macro get_batch_size() -%}{{ return(10000) }}{%- endmacro %}

{% macro get_seed_column_quoted_csv(model, column_names) -%}
  {%- set quote_columns = model['config'].get('quote_columns') -%}
  {%- set names = [] -%}
  {%- for name in column_names -%}{%- do names.append(adapter.quote_seed_column(name, quote_columns)) -%}{%- endfor -%}
  {{ return(names | join(', ')) }}
{%- endmacro %}

{% macro get_csv_sql(create_or_truncate_sql, insert_sql) -%}
{{ create_or_truncate_sql }};
{{ insert_sql }}
{%- endmacro %}
