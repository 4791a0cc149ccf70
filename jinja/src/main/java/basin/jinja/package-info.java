/// Jinja2 templates for Java: the language, with Python's ideas of values, and none of Python.
///
/// An [basin.jinja.Environment] reads templates, a [basin.jinja.Template] renders them over a context of plain Java
/// values and host objects. Environments and templates do not change and may be shared between threads.
///
/// ```java
/// Environment environment = Environment.builder().function("ref(name)", a -> "lake." + a.text(0)).build();
/// Template template = environment.template("orders.sql", "select * from {{ ref('orders') }}");
/// String sql = template.render(Map.of());
/// ```
///
/// It must never know what templates are used for, nor any other room: it stands alone.
@NullMarked
package basin.jinja;

import org.jspecify.annotations.NullMarked;
