"""The templates' environment: it prints what Jinja's own does."""

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from vastus.domain.equipment import Equipment
from vastus.faces.web.environment import PageEnvironment

_SOURCES = {
    "said.html": "{% macro said(it) %}<b>{{ it }}</b>{% endmacro %}",
    "page.html": """{% from "said.html" import said %}{% set kept %}{{ it }}{% endset %}
{{ it }} {{ said(it) }} {{ kept }} {{ it ~ "<" }} {{ [it, "&"]|join }} {{ it|upper }} {{ name }}
{% filter lower %}{{ it }}{% endfilter %}""",
}
_TEXTS = st.text() | st.text(alphabet="&<>\"'a;")


def _printed(environment: Environment, value: object) -> str:
    environment.globals["name"] = "<i>"  # type: ignore[reportUnknownMemberType]
    return environment.get_template("page.html").render(it=value)


@given(_TEXTS | _TEXTS.map(Markup) | st.integers() | st.sampled_from(Equipment) | st.none())
def test_a_template_prints_and_escapes_as_jinja_does(value: object) -> None:
    own, plain = (kind(loader=DictLoader(_SOURCES), autoescape=True) for kind in (PageEnvironment, Environment))
    assert _printed(own, value) == _printed(plain, value)
