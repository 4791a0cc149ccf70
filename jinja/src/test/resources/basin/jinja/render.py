# Renders templates with the real Jinja2: a JSON list of templates in, a JSON list of texts out, null where one fails.
import json
import sys

import jinja2

context, others = sys.argv[1:]
environment = jinja2.Environment(
    extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    loader=jinja2.DictLoader(json.loads(others)),
)


def render(template):
    try:
        return environment.from_string(template).render(**json.loads(context))
    except Exception:
        return None


print(json.dumps([render(template) for template in json.load(sys.stdin)]))
