"""The templates, compiled once. Everything printed is escaped; nothing imported is ever taken for markup."""

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from vastus.faces.labels import MARK_LABELS, RELATION_LABELS, TIP_LABELS, dose_words, facet_label, words
from vastus.faces.web.pictures import card_picture, exercise_picture, filter_picture, stylesheet_file


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
    filters |= {"words": words, "dose": dose_words, "query": _quoted, "capitalize_first": _first}
    names: dict[str, Any] = environment.globals  # type: ignore[reportUnknownMemberType]
    names |= {
        "tip_labels": TIP_LABELS,
        "relation_labels": RELATION_LABELS,
        "facet_label": facet_label,
        "exercise_picture": _markup(exercise_picture),
        "card_picture": _markup(card_picture),
        "filter_picture": _markup(filter_picture),
        "marks": MARK_LABELS,
        "figure_css": stylesheet_file()[0],
    }
    return environment


def _markup(draw: Callable[..., str]) -> Callable[..., Markup]:
    """A figure escapes what it is given itself."""
    return lambda *values: Markup(draw(*values))  # noqa: S704  # see above


def _first(text: str) -> str:
    """A text with a capital in front."""
    return text[:1].upper() + text[1:]


def _quoted(text: str) -> str:
    """A text as part of an address."""
    return quote(text, safe=":,")


def render(name: str, **values: Any) -> str:  # noqa: ANN401  # what a template takes
    """The text of a template."""
    return _environment().get_template(name).render(values)
