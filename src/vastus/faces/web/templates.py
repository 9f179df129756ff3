"""The templates, compiled once. Everything printed is escaped; nothing imported is ever taken for markup."""

from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from vastus.faces.labels import RELATION_LABELS, TIP_LABELS, dose_words, facet_label, words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vastus.faces.web", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    filters: dict[str, Any] = environment.filters  # type: ignore[reportUnknownMemberType]
    filters |= {"words": words, "dose": dose_words, "query": _quoted}
    names: dict[str, Any] = environment.globals  # type: ignore[reportUnknownMemberType]
    names |= {"tip_labels": TIP_LABELS, "relation_labels": RELATION_LABELS, "facet_label": facet_label}
    return environment


def _quoted(text: str) -> str:
    """A text as part of an address."""
    return quote(text, safe=":,")


def render(name: str, **values: Any) -> str:  # noqa: ANN401  # what a template takes
    """The text of a template."""
    return _environment().get_template(name).render(values)
