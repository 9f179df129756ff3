"""The templates, compiled once. Everything printed is escaped; nothing imported is ever taken for markup.

What comes again on page after page (a label, a card of a list) is made once for the same values and kept: it depends
on nothing else.
"""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from litestar.datastructures import State
from markupsafe import Markup

from vastus.domain.exercise import Exercise
from vastus.domain.library import ListRow
from vastus.faces.answer import HTML, Answer
from vastus.faces.labels import MARK_LABELS, RELATION_LABELS, STEP_LABELS, TIP_LABELS, dose_words, facet_label, words
from vastus.faces.measures import with_conversions
from vastus.faces.web.claims import Sections
from vastus.faces.web.doses import dose_parts
from vastus.faces.web.environment import PageEnvironment
from vastus.faces.web.hints import on_a_page, with_links
from vastus.faces.web.pictures import card_picture, exercise_picture
from vastus.faces.web.places import IMPORTING, PLACES
from vastus.faces.web.scripts import script
from vastus.faces.web.stylesheet import stylesheet_file
from vastus.reference.vocabulary import Vocabularies, vocabularies

_SECTIONS = Sections()


@cache
def _environment() -> Environment:
    environment = PageEnvironment(
        loader=PackageLoader("vastus.faces.web", "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    filters: dict[str, Any] = environment.filters  # type: ignore[reportUnknownMemberType]
    filters |= {
        "words": words,
        "listed": ", ".join,  # of plain texts: what it makes is escaped as a whole
        "on_a_page": on_a_page,
        "with_links": with_links,
        "dose_words": dose_words,
        "query": _quoted,
        "sentence": _sentence,
        "brief": _brief,
        "in_units": with_conversions,
        "label": _label_once,
        "tip_label": TIP_LABELS.__getitem__,
        "step_label": STEP_LABELS.__getitem__,
        "mark_label": MARK_LABELS.__getitem__,
        "relation_label": RELATION_LABELS.__getitem__,
    }
    filters |= {name: partial(_part, name) for name in _PARTS}
    names: dict[str, Any] = environment.globals  # type: ignore[reportUnknownMemberType]
    names |= {
        "tip_labels": TIP_LABELS,
        "step_labels": STEP_LABELS,
        "mark_labels": MARK_LABELS,
        "dose_parts": dose_parts,
        "relation_labels": RELATION_LABELS,
        "facet_label": _label,
        "card": _card,
        "article": partial(said_by, "article.html", "article"),
        "exercise_picture": _markup(exercise_picture),
        "card_picture": _markup(card_picture),
        "style_file": stylesheet_file()[0],
        "script": script,
        "places": PLACES,
        "claims_section": claims_section,
        "importing": IMPORTING,
    }
    return environment


_PARTS = ("link", "links", "fact", "chip", "implement_chip", "implement_links", "muscle_links", "dose", "navigation")
"""The macros of `parts.html` that look at nothing but what they are given."""


def _markup(draw: Callable[..., str]) -> Callable[..., Markup]:
    """A figure escapes what it is given itself."""
    return lambda *values: Markup(draw(*values))  # noqa: S704  # see above


def claims_section(exercise: Exercise) -> Markup:
    """What was checked of a page, as markup that its template has escaped."""
    return Markup(_SECTIONS.of(exercise, lambda verdicts: render("claims.html", verdicts=verdicts)))  # noqa: S704


@lru_cache(maxsize=4096)
def _label_once(value: str, facet: str) -> str:
    return facet_label(facet, value, vocabularies())


def _label(facet: str, value: str, _: Vocabularies) -> str:
    return _label_once(value, facet)


@lru_cache(maxsize=1024)  # about 2 kB each
def _card_once(row: ListRow, level: str, *, has_pick: bool) -> Markup:
    return said_by("card.html", "card", row, vocabularies(), has_pick, level)


def _card(row: ListRow, _: Vocabularies, *, pick: bool = True, level: str = "h2") -> Markup:
    """An exercise as a card of a list; `level` is that of its heading, `pick` lets it be chosen for comparing."""
    return _card_once(row, level, has_pick=pick)


@lru_cache(maxsize=4096)  # some 100 to 500 bytes each
def _part(name: str, *values: object) -> Markup:
    """What one of `_PARTS` makes of values."""
    return said_by("parts.html", name, *values)


def said_by(template: str, macro: str, *values: object) -> Markup:
    """What a macro of a template makes of values."""
    said: Callable[..., Markup] = getattr(_environment().get_template(template).module, macro)
    return said(*values)


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    """A text as part of an address."""
    return quote(text, safe=":,")


def _sentence(said: object) -> str:
    """A text, or an error, that begins and ends as a sentence does."""
    text = str(said)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _brief(label: str) -> str:
    """A label without what it says in brackets, which stands elsewhere: a closed list has room for few words.

    >>> _brief("Gym turf (short pile with steel skids)"), _brief("Grass")
    ('Gym turf', 'Grass')
    """
    return label.partition(" (")[0]


def page(template: str, state: State, status: int = 200, **values: Any) -> Answer:  # noqa: ANN401  # what a template takes
    """A page: a template filled."""
    text = render(template, known=state.parts.known, can_change=state.can_change, **values)
    return Answer(text.encode(), media_type=HTML, status_code=status)


def render(name: str, **values: Any) -> str:  # noqa: ANN401  # what a template takes
    """The text of a template."""
    return _environment().get_template(name).render(values)
