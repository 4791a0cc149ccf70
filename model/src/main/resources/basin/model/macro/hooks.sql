{# Hooks: statements of a project's own, before and after a node. #}

{% macro run_hooks(hooks, inside_transaction=True) -%}
  {%- for hook in hooks if hook.get('transaction', true) == inside_transaction -%}
    {%- set statement_of_hook = render(hook.get('sql')) | trim -%}
    {%- if statement_of_hook | length > 0 -%}
      {%- call statement(auto_begin=inside_transaction) -%}
        {{ statement_of_hook }}
      {%- endcall -%}
    {%- endif -%}
  {%- endfor -%}
{%- endmacro %}

{% macro make_hook_config(sql, inside_transaction) -%}
  {{ return(tojson({'sql': sql, 'transaction': inside_transaction})) }}
{%- endmacro %}
{% macro before_begin(sql) -%}{{ return(make_hook_config(sql, inside_transaction=False)) }}{%- endmacro %}
{% macro in_transaction(sql) -%}{{ return(make_hook_config(sql, inside_transaction=True)) }}{%- endmacro %}
{% macro after_commit(sql) -%}{{ return(make_hook_config(sql, inside_transaction=False)) }}{%- endmacro %}
